package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A cookie that binds a request to the browser that began it, so that nobody else can look at it. */
public final class BrowserCookie {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HostCookie cookie;

    private BrowserCookie(HostCookie cookie) {
        this.cookie = cookie;
    }

    /**
     * {@return the cookie for an application}
     *
     * @param name what it is called, without a prefix
     * @param application its address, as the browser sees it
     */
    public static BrowserCookie of(String name, URI application) {
        return new BrowserCookie(HostCookie.of(name, application));
    }

    /**
     * Gives the browser its cookie, and the same again if it has one: a user may begin in two windows.
     *
     * @param request what the browser sent
     * @param response gets the cookie
     * @param lifetime how long the browser keeps it
     * @return the digest by which the browser is recognised
     */
    public String issue(HttpServletRequest request, HttpServletResponse response, Duration lifetime) {
        String value = value(request).orElseGet(BrowserCookie::random);
        cookie.write(response, value, lifetime);
        return Digests.of(value);
    }

    /**
     * {@return the digest by which a browser is recognised; empty if it has no such cookie}
     *
     * @param request what the browser sent
     */
    public Optional<String> digest(HttpServletRequest request) {
        return value(request).map(Digests::of);
    }

    private Optional<String> value(HttpServletRequest request) {
        return cookie.values(request)
                .filter(value -> WELL_FORMED.matcher(value).matches())
                .findFirst();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
