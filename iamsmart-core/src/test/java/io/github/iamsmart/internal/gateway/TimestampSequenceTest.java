package io.github.iamsmart.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.Crowd;
import io.github.iamsmart.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class TimestampSequenceTest {

    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final MutableClock clock = new MutableClock(Instant.ofEpochMilli(1_000_000));
    private final TimestampSequence timestamps = new TimestampSequence(clock, TOLERANCE);

    @Test
    void followsTheClockAndStandsWhileItIsBehind() {
        assertThat(timestamps.next()).isEqualTo(1_000_000);
        clock.advance(Duration.ofMillis(5));
        assertThat(timestamps.next()).isEqualTo(1_000_005);
        clock.advance(Duration.ofMillis(-900));
        assertThat(timestamps.next()).isEqualTo(1_000_005);
        clock.advance(Duration.ofMillis(901));
        assertThat(timestamps.next()).isEqualTo(1_000_006);
    }

    @Test
    void decreasesForNobodyAmongManyThreadsWithAClockThatJumps() throws InterruptedException {
        Instant middle = clock.instant();
        List<List<Long>> seen = Crowd.of(50, () -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Instant jump = middle.plusMillis(ThreadLocalRandom.current().nextLong(TOLERANCE.toMillis()));
                clock.set(jump);
                mine.add(timestamps.next());
            }
            return mine;
        });
        assertThat(seen).allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(timestamps.next())
                .isGreaterThanOrEqualTo(seen.stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElseThrow());
    }

    @Test
    void standsStillUntilALittleCorrectionIsCaughtUpWith() {
        long newest = timestamps.next();
        clock.advance(TOLERANCE.negated());
        assertThat(timestamps.next()).isEqualTo(newest);
        clock.advance(TOLERANCE.plusMillis(1));
        assertThat(timestamps.next()).isEqualTo(newest + 1);
    }

    @Test
    void followsAClockThatWasFarAheadAndIsCorrected() {
        long right = timestamps.next();
        clock.advance(Duration.ofDays(3));
        assertThat(timestamps.next()).isEqualTo(right + Duration.ofDays(3).toMillis());
        clock.advance(Duration.ofDays(-3).plusMillis(7));
        assertThat(timestamps.next()).isEqualTo(right + 7);
        clock.advance(Duration.ofMillis(5));
        assertThat(timestamps.next()).isEqualTo(right + 12);
    }

    @Test
    void followsACorrectionOnceForAllThreads() throws InterruptedException {
        clock.advance(Duration.ofDays(3));
        timestamps.next();
        clock.advance(Duration.ofDays(-3));
        long right = clock.millis();
        List<List<Long>> seen = Crowd.of(50, () -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                clock.advance(Duration.ofMillis(1));
                mine.add(timestamps.next());
            }
            return mine;
        });
        assertThat(seen).allSatisfy(mine -> assertThat(mine).isSorted().allMatch(time -> time <= right + 5_000));
        assertThat(timestamps.next()).isEqualTo(right + 5_000);
    }

    /** A thread that sleeps between a look at the clock and its use must not take the others back. */
    @Test
    void takesNoSleepForACorrection() {
        List<Long> others = new ArrayList<>();
        TimestampSequence[] sequence = new TimestampSequence[1];
        Clock sleepy = new Clock() {
            private boolean slept;

            @Override
            public long millis() {
                long now = clock.millis();
                if (!slept) {
                    slept = true;
                    clock.advance(TOLERANCE.multipliedBy(2));
                    others.add(sequence[0].next());
                }
                return now;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        sequence[0] = new TimestampSequence(sleepy, TOLERANCE);
        long mine = sequence[0].next();
        assertThat(mine).isGreaterThanOrEqualTo(others.get(0));
        assertThat(sequence[0].next()).isGreaterThanOrEqualTo(mine);
    }

    @Test
    void followsEveryCorrectionWhereNoneIsTolerated() {
        TimestampSequence strict = new TimestampSequence(clock, Duration.ZERO);
        long before = strict.next();
        clock.advance(Duration.ofMillis(-1));
        assertThat(strict.next()).isEqualTo(before - 1);
    }
}
