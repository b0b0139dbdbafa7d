package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.internal.web.HostCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cookies in which a browser carries its sign-ins, one for each: two windows may begin at once. When a browser has
 * too many, the oldest gives way.
 *
 * <p>A value is when it was made, in clear and for this choice alone, and the sealed sign-in. A sign-in that ended
 * without a user leaves {@code ended} in its cookie, so that a second look at its link is told from one in another
 * browser.
 */
final class SignInCookies {

    /** As many as may wait at a time, for each browser. */
    private static final int MOST = 5;

    /** Together with the rest of a request they must fit into the 8 KiB that servers take. */
    private static final int MOST_CHARACTERS = 4096;

    /** As many as are cleared at a time: each takes a line of the response. */
    private static final int MOST_CLEARED = 20;

    private static final String NAME = "iamsmart-signin-";
    private static final int DIGEST_CHARACTERS = 16;
    private static final String ENDED = "ended";
    private static final Pattern VALUE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{1,4000})");

    private final CookieSeal seal;

    SignInCookies(CookieSeal seal) {
        this.seal = seal;
    }

    /** Adds a sign-in to those that a browser carries. */
    void add(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            PendingSignIn pending,
            Instant now) {
        String value = now.getEpochSecond() + "." + seal.seal(state, pending.bytes());
        HostCookie cookie = cookie(application, state);
        makeRoom(request, response, application, cookie.name().length() + value.length());
        cookie.write(response, value, Duration.between(now, pending.expiresAt()));
    }

    private static void makeRoom(
            HttpServletRequest request, HttpServletResponse response, URI application, int needed) {
        HostCookie prefix = HostCookie.of(NAME, application);
        Deque<Cookie> oldestFirst = new ArrayDeque<>(HostCookie.all(request)
                .filter(cookie -> cookie.getName().startsWith(prefix.name()))
                .sorted(Comparator.comparingLong(SignInCookies::madeAt))
                .toList());
        int characters = oldestFirst.stream().mapToInt(SignInCookies::length).sum();
        for (int cleared = 0; cleared < MOST_CLEARED && !oldestFirst.isEmpty(); cleared++) {
            if (oldestFirst.size() < MOST && characters + needed <= MOST_CHARACTERS) {
                return;
            }
            Cookie oldest = oldestFirst.remove();
            characters -= length(oldest);
            new HostCookie(oldest.getName(), prefix.secure()).clear(response);
        }
    }

    private static int length(Cookie cookie) {
        return cookie.getName().length() + cookie.getValue().length();
    }

    /** What ended, and what is not of our making, goes first. */
    private static long madeAt(Cookie cookie) {
        Matcher value = VALUE.matcher(cookie.getValue());
        return value.matches() ? Long.parseLong(value.group(1)) : 0;
    }

    /** {@return the sign-in of a state, if this browser began it} */
    Optional<PendingSignIn> find(HttpServletRequest request, URI application, State state) {
        return cookie(application, state)
                .values(request)
                .limit(MOST)
                .map(VALUE::matcher)
                .filter(Matcher::matches)
                .flatMap(value -> seal.open(state, value.group(2)).stream())
                .flatMap(bytes -> PendingSignIn.of(bytes).stream())
                .findFirst();
    }

    /** {@return whether this browser began the sign-in of a state, whatever became of it} */
    boolean isHere(HttpServletRequest request, URI application, State state) {
        return cookie(application, state).values(request).findAny().isPresent();
    }

    /** Notes that a sign-in ended. */
    void end(HttpServletResponse response, URI application, State state, Duration left) {
        cookie(application, state).write(response, ENDED, left);
    }

    /** Takes a sign-in from its browser. */
    void clear(HttpServletResponse response, URI application, State state) {
        cookie(application, state).clear(response);
    }

    /** The name must tell sign-ins apart, and not tell the state. */
    private static HostCookie cookie(URI application, State state) {
        return HostCookie.of(NAME + Digests.of(state.value()).substring(0, DIGEST_CHARACTERS), application);
    }
}
