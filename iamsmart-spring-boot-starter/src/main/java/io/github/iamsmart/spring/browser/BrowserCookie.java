package io.github.iamsmart.spring.signin;

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
 * The cookie that binds a sign-in to its browser: without it, somebody could let a victim finish a sign-in that he
 * began himself, and the victim would work in his account.
 *
 * <p>By https its name has the prefix {@code __Host-}, which keeps other hosts of the domain from setting it. By plain
 * http, which only a simulator allows, that is not possible.
 */
final class BrowserCookie {

    private static final String NAME = "iamsmart-signin";
    private static final int RANDOM_BYTES = 32;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final boolean secure;

    private BrowserCookie(boolean secure) {
        this.name = secure ? "__Host-" + NAME : NAME;
        this.secure = secure;
    }

    /**
     * Returns the cookie for an application.
     *
     * @param application its address, as the browser sees it
     */
    static BrowserCookie of(URI application) {
        return new BrowserCookie("https".equalsIgnoreCase(application.getScheme()));
    }

    /**
     * Gives the browser its cookie, and the same again if it has one: a user may begin in two windows.
     *
     * @return the digest by which the browser is recognised
     */
    String issue(HttpServletRequest request, HttpServletResponse response, Duration lifetime) {
        String value = value(request).orElseGet(BrowserCookie::random);
        write(response, value, lifetime);
        return Digests.of(value);
    }

    boolean isOf(HttpServletRequest request, String digest) {
        return value(request)
                .map(value -> Digests.equal(Digests.of(value), digest))
                .orElse(false);
    }

    void clear(HttpServletResponse response) {
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
