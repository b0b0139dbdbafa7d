package io.github.iamsmart.spring.internal.web;

import io.github.iamsmart.requests.State;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookies in which a browser carries what it began and will come back with from iAM Smart, such as its sign-ins,
 * one for each: two windows may begin at once. When a browser has too many, the oldest gives way.
 *
 * <p>A value is when it was made, in clear and for this choice alone, and the sealed content. What ended without a
 * success leaves {@code ended} in its cookie, so that a second look at its link is told from one in another browser.
 * Thread-safe.
 */
public final class SealedCookies {

    /** As many as may wait at a time, for each browser. */
    private static final int MOST = 5;

    /** As many as are cleared at a time: each takes a line of the response. */
    private static final int MOST_CLEARED = 20;

    private static final int DIGEST_CHARACTERS = 16;
    private static final String ENDED = "ended";
    private static final Pattern VALUE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{1,4000})");

    private final CookieSeal seal;
    private final String name;
    private final int mostCharacters;

    /**
     * Creates them.
     *
     * @param seal seals what they hold
     * @param name how their names begin, without a prefix for hosts
     * @param mostCharacters how many characters they may have together: with the rest of a request they must fit into
     *     the 8 KiB that servers take
     */
    public SealedCookies(CookieSeal seal, String name, int mostCharacters) {
        this.seal = seal;
        this.name = name;
        this.mostCharacters = mostCharacters;
    }

    /**
     * Adds one to those that a browser carries, or replaces that of the same state.
     *
     * @param request what the browser sent
     * @param response gets the cookie
     * @param application its address, as the browser sees it
     * @param state the secret that the browser brings back
     * @param content what to remember
     * @param now the time
     * @param expiresAt when the browser forgets it
     */
    public void add(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            byte[] content,
            Instant now,
            Instant expiresAt) {
        add(request, response, application, state, content, now, Duration.between(now, expiresAt));
    }

    /**
     * Replaces one by what is left of it when it is complete. It is the first to give way: one that still waits has
     * something to lose.
     *
     * @param request what the browser sent
     * @param response gets the cookie
     * @param application its address, as the browser sees it
     * @param state the secret that the browser brought back
     * @param content what to remember
     * @param left how long the browser remembers it
     */
    public void complete(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            byte[] content,
            Duration left) {
        add(request, response, application, state, content, Instant.EPOCH, left);
    }

    private void add(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            byte[] content,
            Instant madeAt,
            Duration left) {
        String value = madeAt.getEpochSecond() + "." + seal.seal(name, state, content);
        HostCookie cookie = cookie(application, state);
        makeRoom(request, response, application, cookie.name(), value.length());
        cookie.write(response, value, left);
    }

    private void makeRoom(
            HttpServletRequest request, HttpServletResponse response, URI application, String name, int length) {
        HostCookie prefix = HostCookie.of(this.name, application);
        int needed = name.length() + length;
        Deque<Cookie> oldestFirst = new ArrayDeque<>(HostCookie.all(request)
                .filter(cookie -> cookie.getName().startsWith(prefix.name()))
                .filter(cookie -> !cookie.getName().equals(name))
                .sorted(Comparator.comparingLong(SealedCookies::madeAt))
                .toList());
        int characters = oldestFirst.stream().mapToInt(SealedCookies::length).sum();
        for (int cleared = 0; cleared < MOST_CLEARED && !oldestFirst.isEmpty(); cleared++) {
            if (oldestFirst.size() < MOST && characters + needed <= mostCharacters) {
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

    /**
     * {@return what was remembered for a state, if this browser began it; several if somebody set the cookie with
     * another path}
     *
     * @param request what the browser sent
     * @param application its address, as the browser sees it
     * @param state what it brought back
     */
    public Stream<byte[]> find(HttpServletRequest request, URI application, State state) {
        return cookie(application, state)
                .values(request)
                .limit(MOST)
                .map(VALUE::matcher)
                .filter(Matcher::matches)
                .flatMap(value -> seal.open(name, state, value.group(2)).stream());
    }

    /**
     * {@return whether this browser began what a state belongs to, whatever became of it}
     *
     * @param request what the browser sent
     * @param application its address, as the browser sees it
     * @param state what it brought back
     */
    public boolean isHere(HttpServletRequest request, URI application, State state) {
        return cookie(application, state).values(request).findAny().isPresent();
    }

    /**
     * Notes that something ended.
     *
     * @param response what the browser gets
     * @param application its address, as the browser sees it
     * @param state what it brought back
     * @param left how long to note it
     */
    public void end(HttpServletResponse response, URI application, State state, Duration left) {
        cookie(application, state).write(response, ENDED, left);
    }

    /**
     * Takes what belongs to a state from its browser.
     *
     * @param response what the browser gets
     * @param application its address, as the browser sees it
     * @param state what it brought back
     */
    public void clear(HttpServletResponse response, URI application, State state) {
        cookie(application, state).clear(response);
    }

    /** The name must tell them apart, and not tell the state. */
    private HostCookie cookie(URI application, State state) {
        return HostCookie.of(name + Digests.of(state.value()).substring(0, DIGEST_CHARACTERS), application);
    }
}
