package io.github.iamsmart.samples.onlineservice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.HandClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseStoreTest {

    private final HandClock clock = new HandClock();
    private final List<Path> disposed = new ArrayList<>();
    private final CaseStore<Pile> store = new CaseStore<>(files -> files.forEach(disposed::add), clock, 2);

    @Test
    void forgetsAfterAnHourAndDisposesOfTheFiles() {
        Path paper = Path.of("paper");
        add("a", paper);
        clock.advance(CaseStore.MEMORY);
        assertThat(store.find("a")).isPresent();

        clock.advance(Duration.ofMillis(1));

        assertThat(store.find("a")).isEmpty();
        assertThat(store.update("a", same -> same)).isEmpty();
        assertThat(disposed).containsExactly(paper);
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        Path oldest = Path.of("oldest");
        add("a", oldest);
        add("b", Path.of("later"));
        add("c", Path.of("latest"));

        assertThat(store.find("a")).isEmpty();
        assertThat(disposed).containsExactly(oldest);
        assertThat(store.find("b")).isPresent();
    }

    @Test
    void aChangeDisposesOfTheFilesThatItGivesUp() {
        Path kept = Path.of("kept");
        Path given = Path.of("given up");
        add("a", kept, given);

        store.update("a", pile -> new Pile("a", pile.openedAt(), List.of(kept)));

        assertThat(disposed).containsExactly(given);
    }

    private void add(String id, Path... papers) {
        store.add(new Pile(id, clock.instant(), List.of(papers)));
    }

    private record Pile(String id, Instant openedAt, List<Path> papers) implements CaseStore.StoredCase {
        @Override
        public Stream<Path> files() {
            return papers.stream();
        }
    }
}
