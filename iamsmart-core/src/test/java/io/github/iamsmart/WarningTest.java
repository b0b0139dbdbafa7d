package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.internal.gateway.HttpSender;
import io.github.iamsmart.internal.gateway.TimestampSequence;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What an operator is warned of. */
class WarningTest {

    private static List<String> loggedBy(Class<?> type, Runnable action) {
        Logger logger = (Logger) LoggerFactory.getLogger(type);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        try {
            action.run();
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static List<String> loggedFor(String baseUrl) {
        return loggedBy(
                HttpSender.class,
                () -> IamSmartClient.builder()
                        .baseUrl(URI.create(baseUrl))
                        .clientId("client")
                        .clientSecret("canary-secret")
                        .kek(TestKeys.kek(TestKeys.FIRST))
                        .build()
                        .close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://gateway.example", "http://10.0.0.1:8080", "http://localhost.example", "http://[::2]"})
    void warnsOfPlainHttpBeyondThisMachine(String baseUrl) {
        assertThat(loggedFor(baseUrl)).singleElement().asString().contains(baseUrl, "plain http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example",
                "http://localhost:8090",
                "http://LOCALHOST",
                "http://simulator.localhost",
                "http://127.0.0.1:8090",
                "http://127.1.2.3",
                "http://[::1]:8090"
            })
    void saysNothingOfTlsAndOfThisMachine(String baseUrl) {
        assertThat(loggedFor(baseUrl)).isEmpty();
    }

    @Test
    void warnsOnceOfAClockThatWasSetBack() {
        MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
        TimestampSequence timestamps = new TimestampSequence(clock, Duration.ofSeconds(2));
        assertThat(loggedBy(TimestampSequence.class, () -> {
                    timestamps.next();
                    clock.advance(Duration.ofSeconds(-1));
                    timestamps.next();
                    clock.advance(Duration.ofHours(-1));
                    timestamps.next();
                    timestamps.next();
                }))
                .singleElement()
                .asString()
                .contains("set back by 3601 s");
    }
}
