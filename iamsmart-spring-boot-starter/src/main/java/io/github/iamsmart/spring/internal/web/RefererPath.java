package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Finds the page of the application from which a browser came. */
public final class RefererPath {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private RefererPath() {}

    /**
     * {@return the path of the page within the application, with its query; empty if the browser does not tell, came
     * from elsewhere, or from an endpoint of this library}
     *
     * @param request what the browser sent
     * @param endpoints where the application and its endpoints are
     */
    public static Optional<String> of(HttpServletRequest request, EndpointSettings endpoints) {
        String header = request.getHeader(HttpHeaders.REFERER);
        if (header == null || !endpoints.application().isKnown(request)) {
            return Optional.empty();
        }
        try {
            URI referer = new URI(header);
            URI application = endpoints.application().of(request);
            String base = application.getRawPath() + "/";
            String path = referer.getRawPath();
            if (!isSameOrigin(referer, application) || path == null || !path.startsWith(base)) {
                return Optional.empty();
            }
            String local = path.substring(base.length() - 1);
            String query = referer.getRawQuery() == null ? "" : "?" + referer.getRawQuery();
            return local.startsWith(endpoints.pathPrefix() + "/") ? Optional.empty() : LocalPath.of(local + query);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return one.getHost() != null
                && other.getScheme().equalsIgnoreCase(one.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }
}
