package io.github.iamsmart.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.listener.IamSmartListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkewMeterTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final List<Duration> told = new ArrayList<>();
    private final SkewMeter meter = new SkewMeter(clock, new IamSmartListener() {
        @Override
        public void onClockSkew(Duration skew) {
            told.add(skew);
        }
    });

    private void answerFrom(Duration ahead) {
        meter.gatewayTime(clock.instant().plus(ahead));
    }

    @Test
    void knowsNothingBeforeTheFirstAnswer() {
        assertThat(meter.skew()).isEmpty();
    }

    @Test
    void remembersTheLatestAnswer() {
        answerFrom(Duration.ofSeconds(2));
        answerFrom(Duration.ofSeconds(-3));
        assertThat(meter.skew()).contains(Duration.ofSeconds(-3));
        assertThat(told).as("a few seconds mean nothing").isEmpty();
    }

    @Test
    void tellsOfASkewOnceAndOfItsEnd() {
        answerFrom(Duration.ofMinutes(-2));
        answerFrom(Duration.ofMinutes(-2));
        answerFrom(Duration.ofMinutes(-2).plusSeconds(1));
        answerFrom(Duration.ZERO);
        answerFrom(Duration.ofSeconds(1));
        assertThat(told).containsExactly(Duration.ofMinutes(-2), Duration.ZERO);
    }

    @Test
    void noticesAClockThatDriftsInSmallSteps() {
        for (int seconds = 0; seconds <= 20; seconds++) {
            answerFrom(Duration.ofSeconds(seconds));
        }
        assertThat(told).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(12), Duration.ofSeconds(18));
    }
}
