package io.github.iamsmart.simulator.client;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one client has sent: nonces never twice, timestamps never back [S].
 *
 * <p>How long the real gateway remembers a nonce is not public; here it is a day, and at most the last 100,000.
 */
public final class SeenRequests {
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int CAPACITY = 100_000;

    private final Map<String, Instant> nonces = new LinkedHashMap<>();
    private long newestTimestamp;

    public synchronized void accept(String nonce, long timestamp, Duration tolerance, Instant now) {
        forget(now);
        if (nonces.putIfAbsent(nonce, now) != null) {
            throw Refusal.about(
                    "nonce",
                    Code.DUPLICATED_REQUEST,
                    "The nonce " + nonce + " was used before. A retry needs a new one.");
        }
        long late = newestTimestamp - timestamp;
        if (late > tolerance.toMillis()) {
            throw Refusal.about(
                    "timestamp",
                    Code.PARAMETER_INVALID,
                    "The timestamp " + timestamp + " is " + late + " ms older than " + newestTimestamp
                            + ", the newest seen of this client; " + tolerance.toMillis()
                            + " ms are tolerated for requests that overtake each other.");
        }
        newestTimestamp = Math.max(newestTimestamp, timestamp);
    }

    private void forget(Instant now) {
        Instant limit = now.minus(MEMORY);
        Iterator<Instant> oldest = nonces.values().iterator();
        while (oldest.hasNext()) {
            boolean old = oldest.next().isBefore(limit);
            if (!old && nonces.size() < CAPACITY) {
                return;
            }
            oldest.remove();
        }
    }
}
