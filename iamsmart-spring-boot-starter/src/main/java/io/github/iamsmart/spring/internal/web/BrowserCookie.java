package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that binds something to the browser that began it: a sign-in, so that an attacker cannot make a victim
 * finish the attacker's; a request, so that nobody else can look at it.
 *
 * <p>By https its name has the prefix {@code __Host-}, which keeps other hosts of the domain from setting it. By plain
 * http, which only a simulator allows, that is not possible.
 */
public final class BrowserCookie {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final boolean secure;

    private BrowserCookie(String name, boolean secure) {
        this.name = secure ? "__Host-" + name : name;
        this.secure = secure;
    }

    /**
     * {@return the cookie for an application}
     *
     * @param name what it is called, without a prefix
     * @param application its address, as the browser sees it
     */
    public static BrowserCookie of(String name, URI application) {
        return new BrowserCookie(name, "https".equalsIgnoreCase(application.getScheme()));
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
        write(response, value, lifetime);
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

    /**
     * {@return whether a browser is the one that was given the cookie}
     *
     * @param request what the browser sent
     * @param digest what {@link #issue} returned
     */
    public boolean isOf(HttpServletRequest request, String digest) {
        return digest(request).map(own -> Digests.equal(own, digest)).orElse(false);
    }

    /**
     * Takes the cookie from the browser.
     *
     * @param response what the browser gets
     */
    public void clear(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }

    private Optional<String> value(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)
                    && WELL_FORMED.matcher(cookie.getValue()).matches()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private void write(HttpServletResponse response, String value, Duration maxAge) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
