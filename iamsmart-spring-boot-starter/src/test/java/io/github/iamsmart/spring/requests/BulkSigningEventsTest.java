package io.github.iamsmart.spring.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.bulksigning.BulkPart;
import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.request.BusinessId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkSigningEventsTest {

    private static final BusinessId ID = new BusinessId("batch");
    private static final BulkSigningProgress PROGRESS = new BulkSigningProgress(3, new TreeSet<>(Set.of(1, 3)));

    private record Published(Object event, String thread) {}

    private final BlockingQueue<Published> published = new LinkedBlockingQueue<>();
    private final BulkSigningEvents events =
            new BulkSigningEvents(id -> id.equals(ID) ? PROGRESS : BulkSigningProgress.NONE, this::publish);

    private void publish(Object event) {
        published.add(new Published(event, Thread.currentThread().getName()));
        if (event instanceof BulkSigningTokenEvent) {
            throw new IllegalStateException("a listener that fails");
        }
    }

    @BeforeEach
    void start() {
        events.start();
    }

    @AfterEach
    void stop() {
        events.stop();
    }

    private Published next() throws InterruptedException {
        return published.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void tellsOfTheTokenAndOfEachCallbackWithSignaturesOnAThreadOfItsOwn() throws Exception {
        events.tell(new Accepted(ID, Optional.of(BulkPart.TOKEN)));
        events.tell(new Accepted(ID, Optional.of(3)));

        assertThat(next()).satisfies(it -> {
            assertThat(it.event()).isEqualTo(new BulkSigningTokenEvent(ID));
            assertThat(it.thread()).startsWith("iamsmart-bulk-signing");
        });
        assertThat(next().event())
                .as("also after a listener that failed")
                .isEqualTo(new BulkSigningProgressEvent(ID, PROGRESS));
    }

    @Test
    void leavesWholeAnswersToTheDelivery() throws Exception {
        events.tell(new Accepted(ID));
        events.tell(new Accepted(ID, Optional.of(1)));

        assertThat(next().event()).isInstanceOf(BulkSigningProgressEvent.class);
        assertThat(published).isEmpty();
    }
}
