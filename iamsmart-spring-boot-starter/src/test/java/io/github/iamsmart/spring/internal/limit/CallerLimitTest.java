package io.github.iamsmart.spring.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallerLimitTest {

    private final MutableClock clock = new MutableClock();
    private final CallerLimit limit = new CallerLimit(2, clock);

    @Test
    void letsACallerCallSoOftenInAMinute() {
        assertThat(limit.count("a")).isEmpty();
        assertThat(limit.count("a")).isEmpty();
        clock.advance(Duration.ofSeconds(20));

        assertThat(limit.count("a")).hasValue(Duration.ofSeconds(40));
    }

    @Test
    void beginsAnewAfterTheMinute() {
        limit.count("a");
        limit.count("a");
        clock.advance(Duration.ofMinutes(1));

        assertThat(limit.count("a")).isEmpty();
    }

    @Test
    void callersDoNotCountForEachOther() {
        limit.count("a");
        limit.count("a");

        assertThat(limit.count("b")).isEmpty();
    }

    @Test
    void countsNoCallThatIsTakenBack() {
        limit.takeBack("a");
        for (int i = 0; i < 5; i++) {
            assertThat(limit.count("a")).isEmpty();
            limit.takeBack("a");
        }
        limit.count("a");
        limit.count("a");

        assertThat(limit.count("a")).isPresent();
    }

    @Test
    void forgetsTheFirstOfTooManyCallers() {
        limit.count("a");
        limit.count("a");
        for (int i = 0; i < 10_000; i++) {
            limit.count("other " + i);
        }

        assertThat(limit.count("a")).isEmpty();
    }
}
