package io.github.iamsmart.request;

import org.jspecify.annotations.Nullable;

/**
 * Tells the {@link Source} of a browser by its {@code User-Agent}. Implementations are thread-safe and never throw.
 *
 * <p>The standard rules are our reading of the list of sources [?]; replace them with a detector of your own where your
 * specification says otherwise. The first rule that applies decides:
 *
 * <ol>
 *   <li>No header, or an empty one: {@code PC_Browser}. Of a long header the first 2,048 characters are read.
 *   <li>The platform is the first part in parentheses. With {@code Windows Phone} in it, or with neither
 *       {@code iPhone}, {@code iPod} nor {@code Android}: {@code PC_Browser}. That is every desktop, the iPad (which
 *       may also call itself a Macintosh), HarmonyOS without Android, and a mobile browser that asks for desktop pages.
 *   <li>The text of {@link #withInAppBrowserMarker(String)} occurs: {@code iOS_IMS_InAppBrowser} or
 *       {@code Android_IMS_InAppBrowser}.
 *   <li>An Android WebView ({@code wv} in the platform): {@code PC_Browser}.
 *   <li>A product token that belongs to one browser: {@code EdgiOS}, {@code FxiOS}, {@code CriOS} on the iPhone;
 *       {@code EdgA}, {@code SamsungBrowser}, {@code HuaweiBrowser}, {@code MiuiBrowser}, {@code Firefox} on Android.
 *   <li>{@code Safari} on the iPhone and {@code Chrome} on Android are tokens that other browsers borrow. They count
 *       only where no token stands that these two do not write themselves.
 *   <li>Anything else: {@code PC_Browser}.
 * </ol>
 *
 * <p>So the browsers inside other apps (Facebook, Instagram, WeChat, LINE and the like), further mobile browsers and
 * robots end as {@code PC_Browser}, which shows a QR code. That is on purpose: we take it that the app returns to the
 * browser that the source names [?], and a sign-in that began elsewhere cannot be finished there. A browser that copies
 * the header of Chrome or Safari to the letter cannot be told apart. Android tablets count as Android [?].
 */
@FunctionalInterface
public interface SourceDetector {
    /**
     * Tells the source.
     *
     * @param userAgent the {@code User-Agent} header, or {@code null} if there is none
     * @return the source; {@link Source#PC_BROWSER} for whatever is not recognised
     */
    Source detect(@Nullable String userAgent);

    /**
     * Returns the rules above, in which nothing is recognised as the browser inside the iAM Smart app.
     *
     * @return the detector
     */
    static SourceDetector standard() {
        return UserAgentRules.STANDARD;
    }

    /**
     * Returns the rules above with a mark of the browser inside the iAM Smart app. No such mark is publicly known [?]:
     * take it from your specification, or from the header of a real phone.
     *
     * @param marker text that the header of that browser contains, and no other; case matters
     * @return the detector
     * @throws io.github.iamsmart.error.ConfigurationException if the text is blank
     */
    static SourceDetector withInAppBrowserMarker(String marker) {
        return UserAgentRules.withInAppBrowserMarker(marker);
    }
}
