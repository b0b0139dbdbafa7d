package io.github.iamsmart.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app on a phone that shows pages in a browser of its own. A sign-in in such a browser fails, for one of two
 * reasons: the browser does not let a page open another app (WeChat, QQ, Weibo, Alipay and DingTalk hold back links to
 * apps that are not their partners'), or the iAM Smart app opens and comes back to the phone's own browser, where the
 * sign-in was not begun (the others). So ask the user to open the page there.
 *
 * <p>Apps are listed whose browser names itself by a stable token of its {@code User-Agent}. A browser that is not
 * recognised is treated as any other.
 */
public enum InAppBrowser {
    /** WeChat, {@code MicroMessenger}. */
    WECHAT,
    /** QQ, {@code QQ}; its stand-alone browser, {@code MQQBrowser}, is not meant. */
    QQ,
    /** Weibo, {@code Weibo}. */
    WEIBO,
    /** Alipay, {@code AlipayClient}. */
    ALIPAY,
    /** DingTalk, {@code DingTalk}. */
    DINGTALK,
    /** Facebook and its Messenger, {@code FBAN}, {@code FBAV} and {@code FB_IAB}. */
    FACEBOOK,
    /** Instagram, {@code Instagram}. */
    INSTAGRAM,
    /** LINE, {@code Line}. */
    LINE;

    /**
     * {@return the app whose browser sent this header, on a phone; empty for every other browser}
     *
     * @param userAgent the {@code User-Agent} header, or {@code null} if there is none
     */
    public static Optional<InAppBrowser> fromUserAgent(@Nullable String userAgent) {
        return SourceDetector.standard().inAppBrowser(userAgent);
    }
}
