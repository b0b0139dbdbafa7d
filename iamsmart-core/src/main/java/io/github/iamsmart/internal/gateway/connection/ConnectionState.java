package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How long a connection has been idle, and whether it may carry another request.
 *
 * <p>A gateway closes idle connections when it likes. What is written into a closed one is lost, and nobody can tell
 * whether it arrived, so a connection is used again only within a time in which no gateway closes it, and after a look
 * whether this one did. Thread-safe.
 */
final class ConnectionState {

    private static final long LOOK_MILLIS = 1;
    private static final long LOOK_NANOS = Duration.ofMillis(LOOK_MILLIS).toNanos();

    private final @Nullable BoundedSocket bounded;
    private final long longestAnswer;
    private final AtomicBoolean hurried;
    private int inUse;
    private boolean used;
    private boolean retired;
    private long idleSince;

    /**
     * Creates it.
     *
     * @param bounded counts what comes, if anything does
     * @param longestAnswer how many bytes may come for each exchange
     * @param hurried whether the gateway has ever ended a connection within its time; shared by all connections
     */
    ConnectionState(@Nullable BoundedSocket bounded, long longestAnswer, AtomicBoolean hurried) {
        this.bounded = bounded;
        this.longestAnswer = longestAnswer;
        this.hurried = hurried;
    }

    /**
     * Begins an exchange.
     *
     * @param keepAlive how long the connection may have been idle
     * @param socket the connection's socket
     * @param multiplexed whether the connection carries several exchanges at a time
     * @return whether it may be used; if not, nothing was begun
     */
    synchronized boolean begin(Duration keepAlive, Socket socket, boolean multiplexed) {
        if (used && inUse == 0 && !usableAgain(keepAlive, socket, multiplexed)) {
            return false;
        }
        if (bounded != null && inUse == 0) {
            bounded.allow(longestAnswer);
        } else if (bounded != null) {
            bounded.allowMore(longestAnswer);
        }
        used = true;
        inUse++;
        return true;
    }

    private boolean usableAgain(Duration keepAlive, Socket socket, boolean multiplexed) {
        long idle = System.nanoTime() - idleSince;
        if (retired || idle >= keepAlive.toNanos()) {
            return false;
        }
        // HTTP/2 reads all the time and has seen an end. For HTTP/1.1 a look takes as long as the shortest time-out. In
        // less time than that no gateway grows tired of a connection, unless it was in a hurry before.
        boolean look = !multiplexed && (idle >= LOOK_NANOS || hurried.get());
        if (!look || isSilent(socket)) {
            return true;
        }
        hurried.set(true);
        return false;
    }

    /** Whatever comes in place of silence, an end or an answer that nobody asked for, spoils the connection. */
    private static boolean isSilent(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout((int) LOOK_MILLIS);
            try {
                socket.getInputStream().read();
                return false;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends an exchange. */
    synchronized void end() {
        inUse--;
        idleSince = System.nanoTime();
    }

    /** Lets no further exchange begin. */
    synchronized void retire() {
        retired = true;
    }

    boolean broughtTooMuch() {
        return bounded != null && bounded.exceeded();
    }
}
