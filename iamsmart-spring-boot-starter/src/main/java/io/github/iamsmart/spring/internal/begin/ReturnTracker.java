package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.internal.web.SealedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows anonymous requests from their beginning to the redirect that brings the browser back. The browser carries
 * what is needed then, sealed: a visit without its cookie changes nothing, and any node with the same client secret can
 * finish. Thread-safe.
 */
public final class ReturnTracker {

    private static final String COOKIE = "iamsmart-return-";

    /** With those of sign-ins, and the rest of a request, they must fit into the 8 KiB that servers take. */
    private static final int MOST_COOKIE_CHARACTERS = 2048;

    /** A browser that is late is told so. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final SealedCookies cookies;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param seal seals what browsers carry
     * @param clock the time
     */
    public ReturnTracker(CookieSeal seal, Clock clock) {
        this.cookies = new SealedCookies(seal, COOKIE, MOST_COOKIE_CHARACTERS);
        this.clock = clock;
    }

    /** Binds a request to the browser that began it. */
    void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            AnonymousRequest sent,
            Language language) {
        Instant expiresAt = sent.expiresAt().plus(LATE);
        PendingReturn pending = new PendingReturn(sent.businessId(), language, false, expiresAt);
        cookies.add(request, response, application, sent.state(), pending.bytes(), clock.instant(), expiresAt);
    }

    /** {@return the request of a state; empty if this browser did not begin it} Uses nothing up. */
    Optional<PendingReturn> find(HttpServletRequest request, URI application, State state) {
        return cookies.find(request, application, state)
                .flatMap(bytes -> PendingReturn.of(bytes).stream())
                .filter(pending -> clock.instant().isBefore(pending.expiresAt()))
                .findFirst();
    }

    /** Notes that a browser has come back: if it comes again, there is nothing to fetch. */
    void complete(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            PendingReturn pending) {
        Duration left = Duration.between(clock.instant(), pending.expiresAt());
        cookies.complete(
                request, response, application, state, pending.complete().bytes(), left);
    }
}
