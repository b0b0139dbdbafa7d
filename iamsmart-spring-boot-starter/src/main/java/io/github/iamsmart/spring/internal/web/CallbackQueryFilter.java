package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the query, with the authorization code, off the callback requests before anything that logs requests sees it:
 * Spring MVC and Spring Security write whole URLs at DEBUG. The callback endpoints read it with {@link #query}.
 */
public final class CallbackQueryFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = CallbackQueryFilter.class.getName() + ".query";

    private final List<String> paths;

    /**
     * Creates the filter.
     *
     * @param paths of the callbacks within the application, which tell their error pages
     */
    public CallbackQueryFilter(List<String> paths) {
        this.paths = List.copyOf(paths);
    }

    /**
     * {@return the query of a callback, raw; empty if there is none}
     *
     * @param request the callback
     */
    public static String query(HttpServletRequest request) {
        Object hidden = request.getAttribute(ATTRIBUTE);
        String query = hidden instanceof String text ? text : request.getQueryString();
        return query == null ? "" : query;
    }

    /** An error page is another dispatch, which has the query again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR && !isErrorOfCallback(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null) {
            request.setAttribute(ATTRIBUTE, query);
        }
        chain.doFilter(new WithoutQuery(request), response);
    }

    @Override
    protected void doFilterNestedErrorDispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isErrorOfCallback(request) ? new WithoutQuery(request) : request, response);
    }

    private boolean isErrorOfCallback(HttpServletRequest request) {
        String uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return paths.stream().anyMatch(uri::endsWith);
    }

    private static final class WithoutQuery extends HttpServletRequestWrapper {

        WithoutQuery(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
