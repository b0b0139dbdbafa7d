package io.github.iamsmart.spring.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.spring.requests.RequestProgressEvent;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressPublisherTest {

    private static final BusinessId ID = new BusinessId("batch");
    private static final AnswerProgress PROGRESS = new AnswerProgress(3, new TreeSet<>(Set.of(1, 3)));

    private record Published(Object event, String thread) {}

    private final BlockingQueue<Published> published = new LinkedBlockingQueue<>();
    private final ProgressPublisher events =
            new ProgressPublisher("default", id -> id.equals(ID) ? PROGRESS : AnswerProgress.NONE, this::publish);

    private void publish(Object event) {
        published.add(new Published(event, Thread.currentThread().getName()));
        if (event instanceof RequestProgressEvent progress && progress.part() == Part.PRELIMINARY.number()) {
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
    void tellsOfWhatComesFirstAndOfEachPartOnAThreadOfItsOwn() throws Exception {
        events.accept(new Accepted(ID, Optional.of(Part.PRELIMINARY.number())));
        events.accept(new Accepted(ID, Optional.of(3)));

        assertThat(next()).satisfies(it -> {
            assertThat(it.event()).isEqualTo(new RequestProgressEvent(ID, Part.PRELIMINARY.number(), PROGRESS));
            assertThat(it.thread()).startsWith("iamsmart-progress");
        });
        assertThat(next().event())
                .as("also after a listener that failed")
                .isEqualTo(new RequestProgressEvent(ID, 3, PROGRESS));
    }

    @Test
    void leavesWholeAnswersToTheDelivery() throws Exception {
        events.accept(new Accepted(ID));
        events.accept(new Accepted(ID, Optional.of(1)));

        assertThat(next().event()).isInstanceOf(RequestProgressEvent.class);
        assertThat(published).isEmpty();
    }
}
