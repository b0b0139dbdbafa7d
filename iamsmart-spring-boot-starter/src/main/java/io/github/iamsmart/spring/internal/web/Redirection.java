package io.github.iamsmart.spring.internal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;

/** Sends browsers on: every {@code Location} of this library is written here, in ASCII. */
public final class Redirection {

    private Redirection() {}

    /**
     * Sends a browser on.
     *
     * @param response what the browser gets
     * @param url where to, absolute
     * @throws IOException if the response cannot be written
     */
    public static void send(HttpServletResponse response, URI url) throws IOException {
        send(response, url.toString());
    }

    /**
     * Sends a browser on.
     *
     * @param response what the browser gets
     * @param url where to, absolute
     * @throws IOException if the response cannot be written
     */
    public static void send(HttpServletResponse response, String url) throws IOException {
        response.sendRedirect(AsciiUrl.of(url));
    }

    /**
     * Sends a browser on with GET, whatever it sent, and keeps the answer out of caches: 303.
     *
     * @param response what the browser gets
     * @param url where to: absolute, or a path from the root of this host on
     */
    public static void seeOther(HttpServletResponse response, String url) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, AsciiUrl.of(url));
    }
}
