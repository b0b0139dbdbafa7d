package io.github.iamsmart.spring.internal.stepup;

import io.github.iamsmart.spring.internal.security.SavedPath;
import io.github.iamsmart.spring.internal.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Where a browser comes back to. A page is asked for again. A form that was posted is kept in the session, and Spring
 * Security's {@code RequestCacheAwareFilter} posts it again; it has passed the protection against CSRF by then. A body
 * of any other kind is not kept.
 */
final class ReturnPath {

    private ReturnPath() {}

    /** {@return the path within the application; empty if the request cannot be repeated} */
    static Optional<String> of(HttpServletRequest request, HttpServletResponse response) {
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            String query = request.getQueryString();
            return LocalPath.of(query == null ? path : path + "?" + query);
        }
        return isForm(request) ? saved(request, response) : Optional.empty();
    }

    private static boolean isForm(HttpServletRequest request) {
        try {
            return HttpMethod.POST.matches(request.getMethod())
                    && request.getContentType() != null
                    && MediaType.parseMediaType(request.getContentType())
                            .equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** With protection against CSRF, the cache of a filter chain saves no form by itself; it reads one all the same. */
    private static Optional<String> saved(HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(RequestCache.class.getName()) instanceof RequestCache cache)) {
            return Optional.empty();
        }
        HttpSessionRequestCache ours = new HttpSessionRequestCache();
        ours.saveRequest(request, response);
        SavedRequest saved = ours.getRequest(request, response);
        SavedRequest read = cache.getRequest(request, response);
        if (saved == null || read == null || !Objects.equals(saved.getRedirectUrl(), read.getRedirectUrl())) {
            ours.removeRequest(request, response);
            return Optional.empty();
        }
        return SavedPath.of(saved, request).flatMap(LocalPath::of);
    }
}
