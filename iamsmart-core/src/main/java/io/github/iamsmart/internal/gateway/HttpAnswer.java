package io.github.iamsmart.internal.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer, read to its end.
 *
 * @param status the HTTP status
 * @param body the bytes, never more than the limit
 * @param retryAfter the {@code Retry-After} header, {@code null} if it is absent or unreadable
 * @param contentType the {@code Content-Type} header, for error messages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(
        int status,
        byte[] body,
        @Nullable Duration retryAfter,
        @Nullable String contentType) {

    /** {@return whether the gateway says that it did not accept the request} */
    boolean askedToWait() {
        return status == 429 || status == 503;
    }

    /** {@return whether a proxy had no answer from the gateway, so that the fate of the request is unknown} */
    boolean lostOnItsWay() {
        return status == 502 || status == 504;
    }

    /** {@return whether the body may be an envelope: refusals may come with HTTP 4xx and 5xx and still be JSON} */
    boolean looksLikeJson() {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }
}
