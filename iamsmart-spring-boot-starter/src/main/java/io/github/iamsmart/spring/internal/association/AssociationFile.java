package io.github.iamsmart.spring.internal.association;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestHandler;

/** Serves a file below {@code /.well-known/}, as JSON and without a redirect, as the makers of the phones ask. */
public final class AssociationFile implements HttpRequestHandler {

    private final byte[] json;

    /**
     * Creates the file.
     *
     * @param json its content
     */
    public AssociationFile(String json) {
        this.json = json.getBytes(UTF_8);
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(json.length);
        if (!head) {
            response.getOutputStream().write(json);
        }
    }
}
