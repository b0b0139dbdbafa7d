package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.listener.IamSmartListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the gateway's {@code Date} header with our clock. The difference is reported, never applied: a client that
 * silently corrects a wrong clock hides it until the certificate checks fail.
 *
 * <p>Thread-safe.
 */
public final class SkewMeter {

    private static final Logger log = LoggerFactory.getLogger(SkewMeter.class);

    /** The header has whole seconds and is as old as the answer's transit: smaller differences mean nothing. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(5);

    private final Clock clock;
    private final IamSmartListener listener;
    private final Object lock = new Object();
    private volatile @Nullable Duration skew;
    private Duration reported = Duration.ZERO;

    /**
     * Creates a meter.
     *
     * @param clock our time
     * @param listener receives a report when the skew becomes noticeable or changes noticeably
     */
    public SkewMeter(Clock clock, IamSmartListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    void gatewayTime(Instant gatewayTime) {
        Duration now = Duration.between(clock.instant(), gatewayTime);
        synchronized (lock) {
            skew = now;
            // Compared with the last report, not with the last answer: a clock drifts in small steps.
            if (now.minus(reported).abs().compareTo(NOTICEABLE) <= 0) {
                return;
            }
            reported = now;
        }
        if (now.abs().compareTo(NOTICEABLE) > 0) {
            log.warn(
                    "The gateway's clock is {} s {} this machine's: check NTP, requests may be refused.",
                    now.abs().toSeconds(),
                    now.isNegative() ? "behind" : "ahead of");
        } else {
            log.info("The gateway's clock and this machine's agree again.");
        }
        listener.onClockSkew(now);
    }

    /**
     * {@return how far the gateway's clock is ahead of ours as of the latest answer, negative if it is behind; empty
     * before the first answer}
     */
    public Optional<Duration> skew() {
        return Optional.ofNullable(skew);
    }
}
