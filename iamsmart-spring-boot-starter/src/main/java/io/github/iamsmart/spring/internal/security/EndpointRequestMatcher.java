package io.github.iamsmart.spring.internal.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches requests to endpoints of the starter, and to nothing else. It looks at the path as it was sent: one that is
 * spelt in another way, encoded or with {@code ;jsessionid}, does not match, so that no other reading of a path can
 * open anything.
 */
public final class EndpointRequestMatcher implements RequestMatcher {

    private final List<ServedEndpoint> endpoints;

    /**
     * Creates it.
     *
     * @param endpoints which to match
     */
    public EndpointRequestMatcher(List<ServedEndpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String context = request.getContextPath();
        String uri = uri(request);
        if (!uri.startsWith(context)) {
            return false; // the container read the context path out of another spelling
        }
        String path = uri.substring(context.length());
        return endpoints.stream().anyMatch(endpoint -> endpoint.allows(request.getMethod()) && endpoint.isAt(path));
    }

    /** The error page of an endpoint is shown to whom the endpoint was shown to. */
    private static String uri(HttpServletRequest request) {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        return error && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String before
                ? before
                : request.getRequestURI();
    }

    @Override
    public String toString() {
        return "the endpoints of iAM Smart";
    }
}
