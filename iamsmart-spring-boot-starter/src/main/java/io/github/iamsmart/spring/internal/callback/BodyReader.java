package io.github.iamsmart.spring.internal.callback;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Reads the bodies of callbacks, bounded in their size, in the time that each takes, and in how many are read at a
 * time: senders that are slow on purpose must not hold every thread of the server. A body that is already here whole is
 * read whatever the others do. Thread-safe.
 */
final class BodyReader {

    private static final int FIRST_BUFFER = 8 * 1024;

    private final int mostBytes;
    private final Duration timeout;
    private final Semaphore places;
    private final LongSupplier nanoTime;

    /** Why a body was not read to its end. */
    static final class RefusedBodyException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedBodyException(int status, String message) {
            super(message);
            this.status = status;
        }

        /** The server logs it with its trace, which would say nothing. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        /** {@return the status of the answer} */
        int status() {
            return status;
        }
    }

    /**
     * Creates a reader.
     *
     * @param mostBytes how long a body may be
     * @param timeout how long the reading of one body may take, checked whenever a piece of it comes
     * @param most how many bodies may be waited for at a time
     * @param nanoTime the time in nanoseconds, such as {@link System#nanoTime}
     */
    BodyReader(int mostBytes, Duration timeout, int most, LongSupplier nanoTime) {
        this.mostBytes = mostBytes;
        this.timeout = timeout;
        this.places = new Semaphore(most);
        this.nanoTime = nanoTime;
    }

    /** {@return the bytes as they came} */
    byte[] read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > mostBytes) {
            throw tooLong();
        }
        // One byte more than is wanted tells a body of unknown length that is too long.
        long longest = announced < 0 ? Math.min(mostBytes + 1L, Integer.MAX_VALUE) : announced;
        Body body = new Body(request.getInputStream(), (int) longest);
        while (body.isMissing() && body.stream.available() > 0) {
            body.readMore();
        }
        // At the end of a body in chunks nothing is available, and a server may know already that it is the end.
        if (body.isMissing() && !body.stream.isFinished()) {
            await(body);
        }
        if (body.length > mostBytes) {
            throw tooLong();
        }
        return body.bytes();
    }

    private void await(Body body) throws IOException {
        if (!places.tryAcquire()) {
            throw new RefusedBodyException(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "A callback was refused, because too many come slowly: see iamsmart.callback.max-concurrent-reads.");
        }
        try {
            long begun = nanoTime.getAsLong();
            while (body.isMissing()) {
                body.readMore();
                if (nanoTime.getAsLong() - begun > timeout.toNanos()) {
                    throw new RefusedBodyException(
                            HttpServletResponse.SC_REQUEST_TIMEOUT,
                            "A callback was refused, because it came too slowly: see iamsmart.callback.read-timeout.");
                }
            }
        } finally {
            places.release();
        }
    }

    /** What has come. The buffer grows with it: a length that is only announced costs nothing. */
    private static final class Body {

        private final ServletInputStream stream;
        private final int longest;
        private byte[] buffer;
        private int length;
        private boolean ended;

        Body(ServletInputStream stream, int longest) {
            this.stream = stream;
            this.longest = longest;
            this.buffer = new byte[Math.min(FIRST_BUFFER, longest)];
        }

        boolean isMissing() {
            return !ended && length < longest;
        }

        void readMore() throws IOException {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * length, longest));
            }
            int read = stream.read(buffer, length, buffer.length - length);
            ended = read < 0;
            length += Math.max(read, 0);
        }

        byte[] bytes() {
            return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
        }
    }

    private RefusedBodyException tooLong() {
        return new RefusedBodyException(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "A callback of more than " + mostBytes + " bytes was refused: see iamsmart.callback.max-size.");
    }
}
