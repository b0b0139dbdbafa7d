package io.github.iamsmart.internal.gateway;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}. */
final class RetryAfter {

    private static final String NAME = "Retry-After";
    private static final Duration NEVER_AGAIN = Duration.ofDays(3_650);

    private RetryAfter() {}

    /**
     * {@return how long to wait: seconds, or until a date, which is compared with the answer's own {@code Date};
     * {@code null} if the header is absent or unreadable}
     *
     * @param headers the answer's
     */
    static @Nullable Duration read(Headers headers) {
        String text = headers.get(NAME);
        if (text == null) {
            return null;
        }
        if (text.matches("\\d+")) {
            return text.length() < 9 ? Duration.ofSeconds(Long.parseLong(text)) : NEVER_AGAIN;
        }
        Instant until = headers.getInstant(NAME);
        Instant now = headers.getInstant("Date");
        if (until == null || now == null) {
            return null;
        }
        return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    }
}
