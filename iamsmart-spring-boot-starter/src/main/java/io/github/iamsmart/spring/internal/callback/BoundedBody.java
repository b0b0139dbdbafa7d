package io.github.iamsmart.spring.internal.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** The bytes of a request's body, and never more of them than are wanted. */
final class BoundedBody {

    private BoundedBody() {}

    /**
     * Reads a body.
     *
     * @return the bytes as they came; empty if there are more than wanted, of which at most one is read
     */
    static Optional<byte[]> read(HttpServletRequest request, int mostBytes) throws IOException {
        if (request.getContentLengthLong() > mostBytes) {
            return Optional.empty();
        }
        // The buffer grows with what comes: a length that is only announced costs nothing.
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        return body.length > mostBytes ? Optional.empty() : Optional.of(body);
    }
}
