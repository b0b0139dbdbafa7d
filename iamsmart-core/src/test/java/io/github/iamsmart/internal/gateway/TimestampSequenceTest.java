package io.github.iamsmart.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.Crowd;
import io.github.iamsmart.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class TimestampSequenceTest {

    private final MutableClock clock = new MutableClock(Instant.ofEpochMilli(1_000_000));
    private final TimestampSequence timestamps = new TimestampSequence(clock);

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
        List<List<Long>> seen = Crowd.of(50, () -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                clock.advance(Duration.ofMillis(ThreadLocalRandom.current().nextInt(-50, 51)));
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
}
