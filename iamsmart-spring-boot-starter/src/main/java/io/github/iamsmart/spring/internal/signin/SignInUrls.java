package io.github.iamsmart.spring.internal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.web.ApplicationUrl;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The application's own URLs as the browser sees them. The public URL decides, whatever proxies write into the request.
 */
public final class SignInUrls {

    private final String clientName;
    private final String pathPrefix;
    private final String successUrl;
    private final ApplicationUrl application;

    /**
     * Creates the URLs.
     *
     * @param endpoints where the endpoints are
     * @param successUrl where to go after sign-in
     */
    public SignInUrls(EndpointSettings endpoints, String successUrl) {
        this.clientName = endpoints.clientName();
        this.pathPrefix = endpoints.pathPrefix();
        this.successUrl = successUrl;
        this.application = endpoints.application();
    }

    /** {@return the name of the client with which users sign in here} */
    String clientName() {
        return clientName;
    }

    /**
     * {@return the paths of the callbacks within the application}
     *
     * @param pathPrefix the path of the endpoints
     */
    public static List<String> callbackPaths(String pathPrefix) {
        return List.of(pathPrefix + SignInPaths.LOGIN_CALLBACK, pathPrefix + SignInPaths.DIRECT_LOGIN_CALLBACK);
    }

    /**
     * {@return where the application is: an absolute URL without a slash at its end}
     *
     * @param request the request at hand
     * @throws ConfigurationException if no public URL is configured and the request was not sent to this machine by
     *     name
     */
    URI application(HttpServletRequest request) {
        return application.of(request);
    }

    /**
     * {@return the callback URL of sign-in, to be registered with iAM Smart}
     *
     * @param application where the application is
     */
    public URI loginCallback(URI application) {
        return URI.create(application + pathPrefix + SignInPaths.LOGIN_CALLBACK);
    }

    /**
     * {@return the callback URL of Direct Login v2, to be registered with iAM Smart}
     *
     * @param application where the application is
     */
    public URI directLoginCallback(URI application) {
        return URI.create(application + pathPrefix + SignInPaths.DIRECT_LOGIN_CALLBACK);
    }

    /**
     * {@return the get-state address of Direct Login v1, to be given to iAM Smart}
     *
     * @param application where the application is
     */
    public URI directLoginState(URI application) {
        return URI.create(application + pathPrefix + SignInPaths.DIRECT_LOGIN_STATE);
    }

    /** {@return the URL that begins a sign-in; where the application does not know its address, the path alone} */
    URI login(HttpServletRequest request, Language language, @Nullable String returnTo) {
        String begin = application.isKnown(request) ? application(request).toString() : request.getContextPath();
        String url = begin + pathPrefix + SignInPaths.LOGIN + "?lang=" + language.wireValue();
        return URI.create(AsciiUrl.of(returnTo == null ? url : url + "&returnTo=" + UriUtils.encode(returnTo, UTF_8)));
    }

    /** {@return a path within the application as an absolute URL} */
    URI within(HttpServletRequest request, String path) {
        return URI.create(AsciiUrl.of(application(request) + path));
    }

    /** {@return the URL to go to after sign-in} */
    URI target(HttpServletRequest request, @Nullable String returnTo) {
        return absolute(request, returnTo == null ? successUrl : returnTo);
    }

    /**
     * {@return a configured URL as an absolute one}
     *
     * @param request the request at hand
     * @param url a path within the application, or a URL
     */
    public URI absolute(HttpServletRequest request, String url) {
        return URI.create(AsciiUrl.of(LocalPath.isSafe(url) ? application(request) + url : url));
    }
}
