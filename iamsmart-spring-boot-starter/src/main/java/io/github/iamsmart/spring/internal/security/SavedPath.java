package io.github.iamsmart.spring.internal.security;

import io.github.iamsmart.spring.internal.web.AsciiUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Where a browser goes on with a request that was saved. Its address names the host that the request came to; the path
 * alone is used, as behind a proxy that is not the host that browsers know.
 */
public final class SavedPath {

    private SavedPath() {}

    /**
     * {@return the path within the application, from a slash on}
     *
     * @param saved the request; {@code null} if none was saved
     * @param request the request at hand
     */
    public static Optional<String> of(@Nullable SavedRequest saved, HttpServletRequest request) {
        if (saved == null) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(AsciiUrl.of(saved.getRedirectUrl()));
            String path = url.getRawPath();
            if (path == null || !path.startsWith(request.getContextPath() + "/")) {
                return Optional.empty();
            }
            String within = path.substring(request.getContextPath().length());
            return Optional.of(url.getRawQuery() == null ? within : within + "?" + url.getRawQuery());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
