package io.github.iamsmart.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects the {@link Source} of a browser from its {@code User-Agent}. Implementations are thread-safe and never throw.
 *
 * <p>The standard rules are our interpretation of the list of sources [?]; use your own detector where your
 * specification differs. The first rule that applies decides:
 *
 * <ol>
 *   <li>No header, or an empty one: {@code PC_Browser}. Only the first 2,048 characters of a header are read.
 *   <li>The platform is the first part in parentheses. If it contains {@code Windows Phone}, or none of {@code iPhone},
 *       {@code iPod} and {@code Android}: {@code PC_Browser}. That covers every desktop, the iPad (which may also call
 *       itself a Macintosh), HarmonyOS without Android, and a mobile browser that requests desktop pages.
 *   <li>The text of {@link #withInAppBrowserMarker(String)} occurs: {@code iOS_IMS_InAppBrowser} or
 *       {@code Android_IMS_InAppBrowser}.
 *   <li>An Android WebView ({@code wv} in the platform): {@code PC_Browser}.
 *   <li>A product token that belongs to one browser: {@code EdgiOS}, {@code FxiOS}, {@code CriOS} on the iPhone;
 *       {@code EdgA}, {@code SamsungBrowser}, {@code HuaweiBrowser}, {@code MiuiBrowser}, {@code Firefox} on Android.
 *   <li>{@code Safari} on the iPhone and {@code Chrome} on Android are tokens that other browsers also send. They count
 *       only where the header has no token beyond those that Safari or Chrome itself sends.
 *   <li>Anything else: {@code PC_Browser}.
 * </ol>
 *
 * <p>The browsers inside other apps (Facebook, Instagram, WeChat, LINE and the like), other mobile browsers and robots
 * therefore become {@code PC_Browser}, which shows a QR code. That is intended: we assume that the app returns to the
 * browser that the source names [?], and a sign-in that started elsewhere cannot be completed there. A browser that
 * copies the header of Chrome or Safari exactly cannot be distinguished. Android tablets count as Android [?].
 */
@FunctionalInterface
public interface SourceDetector {
    /**
     * Detects the source.
     *
     * @param userAgent the {@code User-Agent} header, or {@code null} if there is none
     * @return the source; {@link Source#PC_BROWSER} for anything that is not recognised
     */
    Source detect(@Nullable String userAgent);

    /**
     * Detects a browser inside another app on a phone, from which iAM Smart cannot be used: ask the user to open the
     * page in the phone's own browser.
     *
     * @param userAgent the {@code User-Agent} header, or {@code null} if there is none
     * @return the app; empty for every other browser, and on a computer, where the user scans a QR code
     */
    default Optional<InAppBrowser> inAppBrowser(@Nullable String userAgent) {
        return UserAgentRules.inAppBrowserOf(userAgent);
    }

    /** {@return a detector with the rules above, which never recognises the browser inside the iAM Smart app} */
    static SourceDetector standard() {
        return UserAgentRules.STANDARD;
    }

    /**
     * {@return a detector with the rules above that recognises the browser inside the iAM Smart app by a marker} No
     * such marker is publicly known [?]: take it from your specification, or from the header of a real phone.
     *
     * @param marker text that only the header of that browser contains; case-sensitive
     * @throws io.github.iamsmart.error.ConfigurationException if the text is blank
     */
    static SourceDetector withInAppBrowserMarker(String marker) {
        return UserAgentRules.withInAppBrowserMarker(marker);
    }
}
