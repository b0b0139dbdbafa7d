package io.github.iamsmart.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JournalTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.iamsmart.simulator");
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(appender);
        logger.setLevel(before);
    }

    @Test
    void whatACallerSentBeginsNoLineOfItsOwn() {
        String forged = "a\r\nERROR forged\u2028line\u2029\u0085\u001b[31m\u202e";
        Journal journal = new Journal(Clock.systemUTC());
        journal.add(Optional.empty(), "POST", "/" + forged, 200, forged, "source is '" + forged + "'");
        assertThat(appender.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("ERROR forged")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
        assertThat(journal.entries().get(0).reason().orElseThrow())
                .as("the journal itself tells what came")
                .contains(forged);
    }
}
