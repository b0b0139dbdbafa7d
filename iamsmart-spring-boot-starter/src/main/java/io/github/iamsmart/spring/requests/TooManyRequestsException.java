package io.github.iamsmart.spring.requests;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * One network has begun more anonymous requests in a minute than {@code iamsmart.requests.anonymous-per-minute}.
 * Nothing was begun. Where the application does not handle it, Spring MVC answers 429 with {@code Retry-After}.
 */
public final class TooManyRequestsException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    /** How long to wait. */
    private final Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param retryAfter how long to wait
     */
    public TooManyRequestsException(Duration retryAfter) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "One network began too many anonymous requests: try again in " + seconds(retryAfter) + " seconds.");
        this.retryAfter = retryAfter;
    }

    /** {@return how long to wait before the next attempt} */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(retryAfter)));
        return headers;
    }

    private static long seconds(Duration pause) {
        return pause.toSeconds() + 1;
    }
}
