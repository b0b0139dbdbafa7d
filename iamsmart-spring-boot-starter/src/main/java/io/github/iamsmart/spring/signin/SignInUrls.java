package io.github.iamsmart.spring.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.spring.browser.ApplicationUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The application's own URLs as the browser sees them. The public URL decides, whatever proxies write into the request.
 */
public final class SignInUrls {

    private final SignInSettings settings;
    private final ApplicationUrl application;

    /**
     * Creates the URLs.
     *
     * @param settings how sign-in works here
     */
    public SignInUrls(SignInSettings settings) {
        this.settings = settings;
        this.application = new ApplicationUrl(settings.publicUrl());
    }

    /**
     * Returns the paths of the callbacks within the application.
     *
     * @param pathPrefix the path of the endpoints
     * @return their paths
     */
    public static List<String> callbackPaths(String pathPrefix) {
        return List.of(pathPrefix + SignInPaths.LOGIN_CALLBACK, pathPrefix + SignInPaths.DIRECT_LOGIN_CALLBACK);
    }

    /**
     * Returns where the application is.
     *
     * @param request the request at hand
     * @return an absolute URL without a slash at its end
     * @throws ConfigurationException if no public URL is configured and the request was not sent to this machine by
     *     name
     */
    URI application(HttpServletRequest request) {
        return application.of(request);
    }

    /**
     * Returns the callback URL of sign-in, to be registered with iAM Smart.
     *
     * @param application where the application is
     * @return an absolute URL
     */
    public URI loginCallback(URI application) {
        return URI.create(application + settings.pathPrefix() + SignInPaths.LOGIN_CALLBACK);
    }

    /**
     * Returns the callback URL of Direct Login v2, to be registered with iAM Smart.
     *
     * @param application where the application is
     * @return an absolute URL
     */
    public URI directLoginCallback(URI application) {
        return URI.create(application + settings.pathPrefix() + SignInPaths.DIRECT_LOGIN_CALLBACK);
    }

    /**
     * Returns the get-state address of Direct Login v1, to be given to iAM Smart.
     *
     * @param application where the application is
     * @return an absolute URL
     */
    public URI directLoginState(URI application) {
        return URI.create(application + settings.pathPrefix() + SignInPaths.DIRECT_LOGIN_STATE);
    }

    /** Returns the URL that begins a sign-in; where the application does not know its address, the path alone. */
    URI login(HttpServletRequest request, Language language, @Nullable String returnTo) {
        String begin = application.isKnown(request) ? application(request).toString() : request.getContextPath();
        String url = begin + settings.pathPrefix() + SignInPaths.LOGIN + "?lang=" + language.wireValue();
        return URI.create(returnTo == null ? url : url + "&returnTo=" + UriUtils.encode(returnTo, UTF_8));
    }

    /** Returns the URL to go to after sign-in. */
    URI target(HttpServletRequest request, @Nullable String returnTo) {
        return absolute(request, returnTo == null ? settings.successUrl() : returnTo);
    }

    /**
     * Makes a configured URL absolute.
     *
     * @param request the request at hand
     * @param url a path within the application, or a URL
     * @return an absolute URL
     */
    URI absolute(HttpServletRequest request, String url) {
        return URI.create(LocalPath.isSafe(url) ? application(request) + url : url);
    }
}
