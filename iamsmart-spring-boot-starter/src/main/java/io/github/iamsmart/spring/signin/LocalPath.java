package io.github.iamsmart.spring.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells paths within the application from everything that could lead a browser elsewhere. */
public final class LocalPath {

    private static final int LONGEST = 1024;

    private LocalPath() {}

    /**
     * Returns whether a text is a path within the application.
     *
     * @param path the text
     * @return {@code true} for a path that begins with one slash, perhaps with a query and a fragment
     */
    public static boolean isSafe(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\") || path.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getRawAuthority() == null
                    && !uri.normalize().getRawPath().startsWith("/..");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static Optional<String> of(@Nullable String path) {
        return Optional.ofNullable(path).filter(LocalPath::isSafe);
    }
}
