package io.github.iamsmart.device;

import io.github.iamsmart.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The standard rules, in the order that {@link SourceDetector} documents. */
final class UserAgentRules implements SourceDetector {
    static final SourceDetector STANDARD = new UserAgentRules(null);

    private static final int READ_AT_MOST = 2048;

    private static final List<Map.Entry<String, Source>> IOS_BROWSERS = List.of(
            Map.entry("EdgiOS", Source.IOS_EDGE),
            Map.entry("FxiOS", Source.IOS_FIREFOX),
            Map.entry("CriOS", Source.IOS_CHROME));
    private static final List<Map.Entry<String, Source>> ANDROID_BROWSERS = List.of(
            Map.entry("EdgA", Source.ANDROID_EDGE),
            Map.entry("SamsungBrowser", Source.ANDROID_SAMSUNG),
            Map.entry("HuaweiBrowser", Source.ANDROID_HUAWEI),
            Map.entry("MiuiBrowser", Source.ANDROID_XIAOMI),
            Map.entry("Firefox", Source.ANDROID_FIREFOX));

    /** All tokens that Safari on an iPhone sends. */
    private static final Set<String> SAFARI = Set.of("Mozilla", "AppleWebKit", "Version", "Mobile", "Safari");

    /** All tokens that Chrome on Android sends; a WebView adds {@code Version}, and tablets omit {@code Mobile}. */
    private static final Set<String> CHROME = Set.of("Mozilla", "AppleWebKit", "Chrome", "Mobile", "Safari");

    private static final List<String> PHONES = List.of("iPhone", "iPod", "Android", "OpenHarmony");

    private static final List<Map.Entry<BiPredicate<UserAgent, String>, InAppBrowser>> IN_APP_BROWSERS = List.of(
            Map.entry(product("MicroMessenger"), InAppBrowser.WECHAT),
            Map.entry(product("QQ"), InAppBrowser.QQ),
            Map.entry(product("Weibo").or(anywhere("__weibo__")), InAppBrowser.WEIBO),
            Map.entry(product("AlipayClient"), InAppBrowser.ALIPAY),
            Map.entry(anywhere("DingTalk"), InAppBrowser.DINGTALK),
            Map.entry(anywhere("FBAN/", "FBAV/", "FB_IAB/"), InAppBrowser.FACEBOOK),
            Map.entry(product("Instagram"), InAppBrowser.INSTAGRAM),
            Map.entry(product("Line"), InAppBrowser.LINE));

    private final @Nullable String inAppBrowserMarker;

    private UserAgentRules(@Nullable String inAppBrowserMarker) {
        this.inAppBrowserMarker = inAppBrowserMarker;
    }

    static SourceDetector withInAppBrowserMarker(String marker) {
        if (marker.isBlank()) {
            throw new ConfigurationException("The marker of the iAM Smart in-app browser is blank: give text that only"
                    + " its User-Agent contains, or use SourceDetector.standard().");
        }
        return new UserAgentRules(marker);
    }

    /** {@return the first of the apps that the header names} */
    static Optional<InAppBrowser> inAppBrowserOf(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String text = readable(header);
        UserAgent userAgent = UserAgent.parse(text);
        boolean phone = PHONES.stream().anyMatch(userAgent::platformHas) && !userAgent.platformHas("Windows Phone");
        return IN_APP_BROWSERS.stream()
                .filter(each -> phone && each.getKey().test(userAgent, text))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static BiPredicate<UserAgent, String> product(String name) {
        return (userAgent, text) -> userAgent.products().contains(name);
    }

    private static BiPredicate<UserAgent, String> anywhere(String... names) {
        return (userAgent, text) -> Stream.of(names).anyMatch(text::contains);
    }

    private static String readable(String header) {
        return header.length() > READ_AT_MOST ? header.substring(0, READ_AT_MOST) : header;
    }

    @Override
    public Source detect(@Nullable String header) {
        if (header == null) {
            return Source.PC_BROWSER;
        }
        String text = readable(header);
        UserAgent userAgent = UserAgent.parse(text);
        boolean inApp = inAppBrowserMarker != null && text.contains(inAppBrowserMarker);
        if (userAgent.platformHas("Windows Phone")) {
            return Source.PC_BROWSER;
        }
        if (userAgent.platformHas("iPhone") || userAgent.platformHas("iPod")) {
            return inApp ? Source.IOS_IN_APP_BROWSER : ios(userAgent);
        }
        if (userAgent.platformHas("Android")) {
            return inApp ? Source.ANDROID_IN_APP_BROWSER : android(userAgent);
        }
        return Source.PC_BROWSER;
    }

    private static Source ios(UserAgent userAgent) {
        Source fallback = userAgent.isPlain(SAFARI, "Version", "Safari") ? Source.IOS_SAFARI : Source.PC_BROWSER;
        return byOwnToken(userAgent, IOS_BROWSERS, fallback);
    }

    private static Source android(UserAgent userAgent) {
        if (userAgent.platformHas("; wv")) {
            return Source.PC_BROWSER;
        }
        Source fallback = userAgent.isPlain(CHROME, "Chrome", "Safari") ? Source.ANDROID_CHROME : Source.PC_BROWSER;
        return byOwnToken(userAgent, ANDROID_BROWSERS, fallback);
    }

    private static Source byOwnToken(UserAgent userAgent, List<Map.Entry<String, Source>> browsers, Source fallback) {
        return browsers.stream()
                .filter(browser -> userAgent.products().contains(browser.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(fallback);
    }
}
