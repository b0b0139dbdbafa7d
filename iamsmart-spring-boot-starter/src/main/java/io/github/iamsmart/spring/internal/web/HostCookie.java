package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of this host, for servers alone.
 *
 * <p>By https its name has the prefix {@code __Host-}, which keeps other hosts of the domain from setting it. By plain
 * http, which only a simulator allows, that is not possible.
 *
 * @param name its name, with the prefix
 * @param secure whether it goes by https alone
 */
public record HostCookie(String name, boolean secure) {

    /**
     * {@return the cookie of an application}
     *
     * @param name what it is called, without a prefix
     * @param application its address, as the browser sees it
     */
    public static HostCookie of(String name, URI application) {
        boolean secure = "https".equalsIgnoreCase(application.getScheme());
        return new HostCookie(secure ? "__Host-" + name : name, secure);
    }

    /**
     * {@return all cookies of a browser}
     *
     * @param request what the browser sent
     */
    public static Stream<Cookie> all(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Stream.of(cookies);
    }

    /**
     * {@return what a browser has in this cookie; several values if somebody set it with another path}
     *
     * @param request what the browser sent
     */
    public Stream<String> values(HttpServletRequest request) {
        return all(request).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue);
    }

    /**
     * Gives the browser the cookie.
     *
     * @param response what the browser gets
     * @param value its value
     * @param lifetime how long the browser keeps it
     */
    public void write(HttpServletResponse response, String value, Duration lifetime) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /**
     * Takes the cookie from the browser.
     *
     * @param response what the browser gets
     */
    public void clear(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }
}
