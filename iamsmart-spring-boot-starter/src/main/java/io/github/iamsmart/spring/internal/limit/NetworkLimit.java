package io.github.iamsmart.spring.internal.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits how often one network may do something in a minute. A network is the address that the servlet container calls
 * remote, or for IPv6 its /64; behind a proxy that is the proxy, unless the container is told to read its headers.
 * Thread-safe.
 */
public final class NetworkLimit {

    private static final Logger log = LoggerFactory.getLogger(NetworkLimit.class);

    private final CallerLimit limit;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Creates a limit.
     *
     * @param calls how often in a minute
     * @param clock the time
     */
    public NetworkLimit(int calls, Clock clock) {
        this.limit = new CallerLimit(calls, clock);
    }

    /**
     * Counts a call.
     *
     * @param request whose network is counted
     * @return how long the network has to wait; empty if the call is allowed
     */
    public Optional<Duration> count(HttpServletRequest request) {
        Optional<Duration> pause = limit.count(network(request));
        if (pause.isPresent() && isForwarded(request) && warned.compareAndSet(false, true)) {
            log.warn(
                    "A limit by network is reached, and the request names a proxy: if all users share the proxy's limit,"
                            + " set server.forward-headers-strategy.");
        }
        return pause;
    }

    /**
     * Takes a call back that was counted and should not be.
     *
     * @param request the same request
     */
    public void takeBack(HttpServletRequest request) {
        limit.takeBack(network(request));
    }

    private static String network(HttpServletRequest request) {
        return CallerNetwork.of(String.valueOf(request.getRemoteAddr()));
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
    }
}
