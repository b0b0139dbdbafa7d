package io.github.iamsmart.spring.internal.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells paths within the application from everything that could lead a browser elsewhere. */
public final class LocalPath {

    private static final int LONGEST = 1024;

    private LocalPath() {}

    /**
     * {@return whether a text is a path within the application} It begins with one slash, and may have a query and a
     * fragment.
     *
     * @param path the text
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

    /**
     * {@return the path, if it is one within the application}
     *
     * @param path any text, or {@code null}
     */
    public static Optional<String> of(@Nullable String path) {
        return Optional.ofNullable(path).filter(LocalPath::isSafe);
    }
}
