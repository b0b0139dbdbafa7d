package io.github.iamsmart.spring.internal.store;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A time in an index: microseconds since 1970, as precise as a double can be, which is what Redis sorts by. Whoever
 * searches with it compares the exact times of what is found.
 */
public final class DueTime {

    /** What a double tells apart. */
    private static final long LARGEST = 1L << 53;

    private DueTime() {}

    /**
     * {@return the time, rounded down; far ones end at the largest number}
     *
     * @param time the time
     */
    public static long micros(Instant time) {
        long seconds = Math.max(-LARGEST / 1_000_000, Math.min(LARGEST / 1_000_000, time.getEpochSecond()));
        return TimeUnit.SECONDS.toMicros(seconds) + time.getNano() / 1_000;
    }
}
