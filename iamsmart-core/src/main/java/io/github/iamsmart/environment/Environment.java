package io.github.iamsmart.environment;

import io.github.iamsmart.error.ConfigurationException;
import java.net.URI;
import java.util.Locale;

/**
 * A gateway, and the URI scheme that opens the matching app.
 *
 * @param name a short name for logs and health: {@code ite}, {@code production}, or your own
 * @param baseUrl scheme, host and port of the gateway, without a trailing slash; the paths are in {@link ApiPaths}
 * @param appScheme the URI scheme of app links [W]
 */
public record Environment(String name, URI baseUrl, String appScheme) {

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
     * Checks the base URL.
     *
     * @param name a short name
     * @param baseUrl scheme, host and port; a trailing slash is removed
     * @param appScheme the URI scheme of app links
     * @throws ConfigurationException if it is not an absolute http or https URL without user, query and fragment
     */
    public Environment {
        String scheme = baseUrl.getScheme() == null ? "" : baseUrl.getScheme().toLowerCase(Locale.ROOT);
        if (baseUrl.getRawUserInfo() != null) {
            throw new ConfigurationException("The base URL must not contain a user name or password.");
        }
        boolean web = (scheme.equals("https") || scheme.equals("http")) && baseUrl.getHost() != null;
        if (!web || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new ConfigurationException("The base URL '" + baseUrl
                    + "' cannot be used: write scheme and host only, for example https://gateway.example.");
        }
        if (baseUrl.toString().endsWith("/")) {
            baseUrl = URI.create(withoutSlashAtTheEnd(baseUrl.toString()));
        }
    }

    private static String withoutSlashAtTheEnd(String url) {
        int end = url.length();
        while (url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
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
     * {@return a copy at another address, for example behind your own egress gateway}
     *
     * @param url the gateway
     */
    public Environment withBaseUrl(URI url) {
        return new Environment(name, url, appScheme);
    }
}
