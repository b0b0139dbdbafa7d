package io.github.iamsmart.environment;

import io.github.iamsmart.error.ConfigurationException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A gateway, and the URI scheme that opens the matching app.
 *
 * @param name a short name for logs and health: {@code ite}, {@code production}, or your own
 * @param baseUrl scheme, host and port of the gateway, without a trailing slash; the paths are in {@link ApiPaths}
 * @param appScheme the URI scheme of app links [W]
 * @param browserBaseUrl scheme, host and port of the pages that browsers open ({@code getQR}), without a trailing slash
 */
public record Environment(
        String name,
        URI baseUrl,
        String appScheme,
        @Nullable URI browserBaseUrl) {

    /** The scheme of the production app [W]. */
    public static final String PRODUCTION_APP = "hk.gov.iamsmart";

    /** The scheme of the testing app [W]. */
    public static final String TESTING_APP = "hk.gov.iamsmart.testapp";

    /** The integration testing environment [D] [W]. */
    public static final Environment ITE =
            new Environment("ite", URI.create("https://apigw-isit.staging-eid.gov.hk"), TESTING_APP);

    /** Production. The address comes from one public client of 2022 [1]: compare it with your own documents. */
    public static final Environment PRODUCTION =
            new Environment("production", URI.create("https://apigw.iamsmart.gov.hk"), PRODUCTION_APP);

    /**
     * Checks the base URLs.
     *
     * @param name a short name
     * @param baseUrl scheme, host and port; a trailing slash is removed
     * @param appScheme the URI scheme of app links
     * @param browserBaseUrl as {@code baseUrl}; {@code null} where browsers open the gateway's pages there too
     * @throws ConfigurationException if one is not an absolute http or https URL without user, query and fragment, or
     *     has the path of a call; a host that is not ASCII is written in punycode
     */
    public Environment {
        baseUrl = BaseUrl.checked("base URL", baseUrl);
        browserBaseUrl = browserBaseUrl == null ? null : BaseUrl.checked("base URL for browsers", browserBaseUrl);
    }

    /**
     * Creates an environment whose pages are where its calls are.
     *
     * @param name a short name
     * @param baseUrl scheme, host and port; a trailing slash is removed
     * @param appScheme the URI scheme of app links
     * @throws ConfigurationException if the base URL is not an absolute http or https URL without user, path, query and
     *     fragment
     */
    public Environment(String name, URI baseUrl, String appScheme) {
        this(name, baseUrl, appScheme, null);
    }

    /**
     * {@return where browsers open the gateway's pages: an address of their own, or the base URL} One public client
     * keeps two base URLs [1].
     */
    @Override
    public URI browserBaseUrl() {
        return browserBaseUrl == null ? baseUrl : browserBaseUrl;
    }

    /**
     * {@return the preset with this name}
     *
     * @param name {@code ite} or {@code production}, in any case
     * @throws ConfigurationException for any other name
     */
    public static Environment named(String name) {
        return switch (name.trim().toLowerCase(Locale.ROOT)) {
            case "ite" -> ITE;
            case "production" -> PRODUCTION;
            default ->
                throw new ConfigurationException("There is no environment '" + name
                        + "': use ite or production, or give a base URL for another gateway.");
        };
    }

    /**
     * {@return an environment at another address, which opens the testing app}
     *
     * @param baseUrl the gateway
     */
    public static Environment custom(URI baseUrl) {
        return new Environment("custom", baseUrl, TESTING_APP);
    }

    /**
     * {@return a copy at another address, for example behind your own egress gateway} Browsers are sent there too,
     * unless {@link #withBrowserBaseUrl} says otherwise, before or after.
     *
     * @param url the gateway
     */
    public Environment withBaseUrl(URI url) {
        return new Environment(name, url, appScheme, browserBaseUrl);
    }

    /**
     * {@return a copy whose pages browsers open at another address}
     *
     * @param url scheme, host and port of {@code getQR}
     */
    public Environment withBrowserBaseUrl(URI url) {
        return new Environment(name, baseUrl, appScheme, url);
    }
}
