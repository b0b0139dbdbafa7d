package io.github.iamsmart.internal.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer, read to its end.
 *
 * @param status the HTTP status
 * @param body the bytes, never more than the limit
 * @param retryAfter the {@code Retry-After} header, {@code null} if there is none that can be understood
 * @param contentType the {@code Content-Type} header, for error messages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(
        int status,
        byte[] body,
        @Nullable Duration retryAfter,
        @Nullable String contentType) {

    /** Whether the gateway says that it did not take the request on. */
    boolean askedToWait() {
        return status == 429 || status == 503;
    }

    /** Whether somebody in front of the gateway had no answer from it: what became of the request is not known. */
    boolean lostOnItsWay() {
        return status == 502 || status == 504;
    }

    /** Whether the body can be an envelope: refusals may come with HTTP 4xx and 5xx and still be JSON. */
    boolean looksLikeJson() {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }
}
