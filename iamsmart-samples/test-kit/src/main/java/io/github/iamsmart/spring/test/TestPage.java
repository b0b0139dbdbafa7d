package io.github.iamsmart.spring.test;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * What a browser shows: the page at which it arrived.
 *
 * @param uri its address, after redirects
 * @param status the HTTP status
 * @param headers of the answer
 * @param body its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // It is carried, never compared.
public record TestPage(URI uri, int status, HttpHeaders headers, byte[] body) {

    /** {@return the body as text in UTF-8} */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** {@return the path of its address} */
    public String path() {
        return uri.getPath();
    }

    /** Shows where it is, and nothing of its content. */
    @Override
    public String toString() {
        return "TestPage[" + status + " " + uri.getPath() + "]";
    }
}
