package io.github.iamsmart.spring.internal.text;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How messages and logs show a {@code location} property. It can be a private key itself: on purpose, or because
 * somebody has pasted the key where its file name should stand. So only what looks like a file name or a resource is
 * shown.
 */
public final class LocationText {

    private static final String INLINE = "base64:";
    private static final String PEM = "-----BEGIN ";
    private static final String HIDDEN = "******";
    private static final int LONGEST_PATH = 400;

    /** A name in the alphabets of Base64 of this length may be a secret. */
    private static final int SHORTEST_SECRET = 40;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=_-]*");
    private static final Pattern SCHEME = Pattern.compile("[a-z]{2,16}:");

    private LocationText() {}

    /**
     * {@return the location, without the content that an inline one carries, and without what may be a secret}
     *
     * @param location the value of a property
     */
    public static @Nullable String masked(@Nullable String location) {
        if (location == null) {
            return null;
        }
        if (isBase64(location)) {
            return INLINE + HIDDEN;
        }
        return isShown(location) ? location : HIDDEN;
    }

    /**
     * {@return whether a location is itself the content}
     *
     * @param location the value of a property
     */
    public static boolean isInline(@Nullable String location) {
        return location != null && (isBase64(location) || isPem(location));
    }

    /**
     * {@return whether a location is content in Base64}
     *
     * @param location the value of a property
     */
    public static boolean isBase64(String location) {
        return location.strip().toLowerCase(Locale.ROOT).startsWith(INLINE);
    }

    /**
     * {@return whether a location is itself PEM text}
     *
     * @param location the value of a property
     */
    public static boolean isPem(String location) {
        return location.contains(PEM);
    }

    /**
     * {@return whether a location is content, or may be a secret}
     *
     * @param location the value of a property
     */
    public static boolean isHidden(String location) {
        return isInline(location) || !isShown(location);
    }

    /**
     * {@return whether a location looks like a file name or a resource, and not like a secret}
     *
     * @param location the value of a property
     */
    public static boolean isShown(String location) {
        if (location.length() > LONGEST_PATH || location.contains("-----") || location.contains("\n")) {
            return false;
        }
        String path = SCHEME.matcher(location).replaceFirst("");
        return path.length() < SHORTEST_SECRET || !BASE64.matcher(path).matches() || isInAFolderThatExists(path);
    }

    private static boolean isInAFolderThatExists(String path) {
        try {
            Path parent = Path.of(path).getParent();
            return parent != null && parent.getNameCount() > 0 && Files.isDirectory(parent);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
