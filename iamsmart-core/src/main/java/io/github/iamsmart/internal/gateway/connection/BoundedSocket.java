package io.github.iamsmart.internal.gateway.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A socket that brings no more than it is allowed to. OkHttp keeps some things in memory that it does not limit itself,
 * a chunk extension for example; below it, and below TLS, nothing escapes the count.
 */
final class BoundedSocket extends Socket {

    private final AtomicLong allowance;
    private final ConnectionState state;
    private volatile boolean exceeded;

    /**
     * Creates it.
     *
     * @param longestAnswer how many bytes may come for each exchange, and before the first
     * @param hurried whether the gateway has ever ended a connection within its time
     */
    BoundedSocket(long longestAnswer, AtomicBoolean hurried) {
        this.allowance = new AtomicLong(longestAnswer);
        this.state = new ConnectionState(this, longestAnswer, hurried);
    }

    ConnectionState state() {
        return state;
    }

    /** From now on so many bytes may come. */
    void allow(long bytes) {
        allowance.set(bytes);
    }

    /** So many bytes more may come. */
    void allowMore(long bytes) {
        allowance.addAndGet(bytes);
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws IOException {
            if (bytes > 0 && allowance.addAndGet(-bytes) < 0) {
                exceeded = true;
                // Here, because TLS above would first say goodbye, and wait for the answer.
                BoundedSocket.this.close();
                throw new IOException("The answer is too long.");
            }
        }
    }
}
