package io.github.iamsmart.spring.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Tells a browser that goes somewhere from one that only looks ahead, and keeps what it gets out of caches. */
final class Navigation {

    private static final List<String> PURPOSE_HEADERS = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    private Navigation() {}

    /**
     * Prepares the response, and answers a request that must not use up a state: HEAD, or made ahead of a navigation
     * that may never come.
     *
     * @return whether the request is a navigation, still to be answered
     */
    static boolean begin(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (HttpMethod.GET.matches(request.getMethod()) && !isAhead(request)) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return false;
    }

    private static boolean isAhead(HttpServletRequest request) {
        return PURPOSE_HEADERS.stream().anyMatch(name -> {
            String value = request.getHeader(name);
            return value != null && value.toLowerCase(Locale.ROOT).matches(".*(prefetch|prerender|preview).*");
        });
    }
}
