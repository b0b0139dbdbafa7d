package io.github.iamsmart.spring.internal.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells paths within the application from everything that could lead a browser elsewhere. */
public final class LocalPath {

    /** A path travels in a cookie and in a header, both of which servers and browsers limit. */
    private static final int LONGEST = 1024;

    private static final Pattern SESSION_ID = Pattern.compile("(?i);\\s*jsessionid\\b");

    private static final Pattern ENCODED_DOT = Pattern.compile("(?i)%2e");

    private LocalPath() {}

    /**
     * {@return whether a text is a path within the application} It begins with one slash, and may have a query and a
     * fragment. One that names a session is none: with it, a stranger's link leads into the stranger's session.
     *
     * @param path the text
     */
    public static boolean isSafe(String path) {
        return of(path).isPresent();
    }

    /**
     * {@return the path in ASCII, if it is one within the application}
     *
     * @param path any text, or {@code null}
     */
    public static Optional<String> of(@Nullable String path) {
        // Looked at first as it came: what is too long is not encoded.
        return path == null || path.length() > LONGEST
                ? Optional.empty()
                : Optional.of(AsciiUrl.of(path)).filter(LocalPath::isLocal);
    }

    private static boolean isLocal(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\") || path.length() > LONGEST) {
            return false;
        }
        if (SESSION_ID.matcher(path).find()) {
            return false;
        }
        try {
            // To browsers, an encoded dot is a dot.
            URI uri = new URI(ENCODED_DOT.matcher(path).replaceAll("."));
            return uri.getRawAuthority() == null
                    && !uri.normalize().getRawPath().startsWith("/..");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
