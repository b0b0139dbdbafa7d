package io.github.iamsmart.spring.internal.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How messages and logs show a {@code location} property, which can be a private key itself. */
public final class LocationText {

    private static final String INLINE = "base64:";

    private LocationText() {}

    /**
     * {@return the location, without the content that an inline one carries}
     *
     * @param location the value of a property
     */
    public static @Nullable String masked(@Nullable String location) {
        return isInline(location) ? INLINE + "******" : location;
    }

    /**
     * {@return whether a location is itself the content}
     *
     * @param location the value of a property
     */
    public static boolean isInline(@Nullable String location) {
        return location != null && location.toLowerCase(Locale.ROOT).startsWith(INLINE);
    }
}
