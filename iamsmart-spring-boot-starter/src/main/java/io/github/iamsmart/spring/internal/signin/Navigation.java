package io.github.iamsmart.spring.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Tells a navigation from a request that a browser makes ahead of one, and keeps the answer out of caches. */
public final class Navigation {

    private static final List<String> PURPOSE_HEADERS = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final List<String> PURPOSES = List.of("prefetch", "prerender", "preview");

    private Navigation() {}

    /**
     * Prepares the response, and answers a request that must not use up a state: HEAD, or made ahead of a navigation
     * that may never come.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @return whether the request is a navigation, still to be answered
     */
    public static boolean begin(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (HttpMethod.GET.matches(request.getMethod()) && !isAhead(request)) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return false;
    }

    /**
     * {@return whether a request is made ahead of a navigation that may never come, or asks for headers alone}
     *
     * @param request the request at hand
     */
    public static boolean isNone(HttpServletRequest request) {
        return HttpMethod.HEAD.matches(request.getMethod()) || isAhead(request);
    }

    private static boolean isAhead(HttpServletRequest request) {
        return PURPOSE_HEADERS.stream().anyMatch(name -> {
            String value = request.getHeader(name);
            String purpose = value == null ? "" : value.toLowerCase(Locale.ROOT);
            return PURPOSES.stream().anyMatch(purpose::contains);
        });
    }
}
