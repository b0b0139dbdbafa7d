package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** HTTP byte for byte. */
final class Wire {

    private Wire() {}

    /** Posts a body and returns the whole answer, without the one header that tells the time. */
    static String post(URI url, String contentType, byte[] body) {
        String head = head(url, "POST", "Content-Type: " + contentType + "\r\nContent-Length: " + body.length);
        return exchange(url, head, body, "there is no such end");
    }

    /** Sends a head and a beginning of a body, and returns the head of the answer. */
    static String send(URI url, String head, byte[] beginning) {
        return exchange(url, head, beginning, "\r\n\r\n");
    }

    private static String exchange(URI url, String head, byte[] beginning, String end) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getOutputStream().write(beginning);
            socket.getOutputStream().flush();
            return read(socket.getInputStream(), end).replaceAll("(?i)\r\nDate: [^\r]*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String head(URI url, String method, String headers) {
        return method + " " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + headers
                + "\r\nConnection: close\r\n\r\n";
    }

    /** Reads the head of an answer. */
    static String head(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return read(socket.getInputStream(), "\r\n\r\n");
    }

    private static String read(InputStream stream, String end) throws IOException {
        StringBuilder answer = new StringBuilder();
        int next = stream.read();
        while (next >= 0) {
            answer.append((char) next);
            if (answer.toString().endsWith(end)) {
                break;
            }
            next = stream.read();
        }
        return answer.toString();
    }
}
