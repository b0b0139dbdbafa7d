package io.github.iamsmart.device;

import io.github.iamsmart.error.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Where the user is when a request starts, in iAM Smart's terms: an open value.
 *
 * @param value the name on the wire
 */
public record Source(String value) {
    /** A desktop browser, an iPad, and everything without a name of its own [D]. */
    public static final Source PC_BROWSER = new Source("PC_Browser");

    /** Chrome on Android [D]. */
    public static final Source ANDROID_CHROME = new Source("Android_Chrome");

    /** Firefox on Android [D]. */
    public static final Source ANDROID_FIREFOX = new Source("Android_Firefox");

    /** Edge on Android [D]. */
    public static final Source ANDROID_EDGE = new Source("Android_Edge");

    /** Samsung Internet [D]. */
    public static final Source ANDROID_SAMSUNG = new Source("Android_Samsung");

    /** Huawei Browser on Android [D]. */
    public static final Source ANDROID_HUAWEI = new Source("Android_Huawei");

    /** Mi Browser [D]. */
    public static final Source ANDROID_XIAOMI = new Source("Android_Xiaomi");

    /** Safari on an iPhone [D]. */
    public static final Source IOS_SAFARI = new Source("iOS_Safari");

    /** Chrome on an iPhone [D]. */
    public static final Source IOS_CHROME = new Source("iOS_Chrome");

    /** Firefox on an iPhone [D]. */
    public static final Source IOS_FIREFOX = new Source("iOS_Firefox");

    /** Edge on an iPhone [D]. */
    public static final Source IOS_EDGE = new Source("iOS_Edge");

    /** The browser inside the iAM Smart app on Android [D]. */
    public static final Source ANDROID_IN_APP_BROWSER = new Source("Android_IMS_InAppBrowser");

    /** The browser inside the iAM Smart app on an iPhone [D]. */
    public static final Source IOS_IN_APP_BROWSER = new Source("iOS_IMS_InAppBrowser");

    /** An app that the user returns to through its URI scheme; not for {@code getQR} [D]. */
    public static final Source APP_SCHEME = new Source("App_Scheme");

    /** An app that the user returns to through a Universal Link or App Link; not for {@code getQR} [D]. */
    public static final Source APP_LINK = new Source("App_Link");

    /** An app that the user returns to through its package name; not for {@code getQR} [D]. */
    public static final Source APP_PACKAGE = new Source("App_Package");

    /**
     * Checks the name.
     *
     * @param value the name on the wire
     * @throws InvalidRequestException if it is empty or contains a blank
     */
    public Source {
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidRequestException(
                    "'" + value + "' is not a source: write one name without blanks, such as PC_Browser.");
        }
    }

    /**
     * {@return the source of a browser, by the rules of {@link SourceDetector#standard()}; {@link #PC_BROWSER} for
     * anything that is not recognised}
     *
     * @param userAgent the {@code User-Agent} header, or {@code null} if there is none
     */
    public static Source fromUserAgent(@Nullable String userAgent) {
        return SourceDetector.standard().detect(userAgent);
    }

    /**
     * {@return whether the user is on a phone that can hold the iAM Smart app: {@code true} for the names that begin
     * with {@code Android_} or {@code iOS_}, and for {@link #isApp() apps}}
     */
    public boolean isMobile() {
        return value.startsWith("Android_") || value.startsWith("iOS_") || isApp();
    }

    /**
     * {@return whether this is the service's own app, for which {@code getQR} is not meant: {@code true} for the names
     * that begin with {@code App_}}
     */
    public boolean isApp() {
        return value.startsWith("App_");
    }

    /** {@return the name on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
