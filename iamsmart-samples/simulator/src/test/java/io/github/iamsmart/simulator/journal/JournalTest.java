package io.github.iamsmart.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
        HttpCall call = new HttpCall("POST", "/" + forged, "", Map.of(), new byte[0], false, false);
        journal.add(CallDraft.call(call).status(200).ended(forged, "source is '" + forged + "'"));
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

    @Test
    void theOldestLinesLoseTheirTextsBeforeTheJournalGrowsTooLarge() {
        Journal journal = new Journal(Clock.systemUTC(), 2_500);
        for (int i = 1; i <= 4; i++) {
            byte[] body = String.valueOf(i).repeat(1_000).getBytes(StandardCharsets.UTF_8);
            journal.add(CallDraft.call(new HttpCall("POST", "/p" + i, "", Map.of(), body, false, false))
                    .status(200));
        }
        assertThat(journal.calls())
                .extracting(RecordedCall::path, line -> line.request().body().length())
                .containsExactly(tuple("/p1", 0), tuple("/p2", 0), tuple("/p3", 1_000), tuple("/p4", 1_000));
        journal.clear();
        journal.add(CallDraft.call(new HttpCall("POST", "/p5", "", Map.of(), new byte[2_000], false, false)));
        assertThat(journal.calls()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(6);
            assertThat(line.request().body()).hasSize(2_000);
        });
    }

    @Test
    void keepsFiveThousandLines() {
        Journal journal = new Journal(Clock.systemUTC());
        for (int i = 1; i <= 5_002; i++) {
            journal.add(CallDraft.call(new HttpCall("GET", "/" + i, "", Map.of(), new byte[0], false, false)));
        }
        assertThat(journal.entries()).hasSize(5_000);
        assertThat(journal.find(2)).isEmpty();
        assertThat(journal.find(3).orElseThrow().path()).isEqualTo("/3");
    }

    @Test
    void aLongBodyIsCutAndGivesNoCurl() {
        Journal journal = new Journal(Clock.systemUTC());
        byte[] body = "x".repeat(KeptText.LONGEST + 1).getBytes(StandardCharsets.UTF_8);
        journal.add(CallDraft.call(
                new HttpCall("POST", "/a", "", Map.of("host", List.of("localhost")), body, false, false)));
        RecordedCall line = journal.calls().get(0);
        assertThat(line.request().body()).endsWith("x… (65537 bytes in all)").hasSizeLessThan(KeptText.LONGEST + 40);
        assertThat(CurlCommand.of(line, "http://localhost:1")).isEmpty();
    }
}
