package io.github.iamsmart.samples.onlineservice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.HandClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private final HandClock clock = new HandClock();
    private PaperFiles files;
    private Shelf<Pile> shelf;

    @BeforeEach
    void openFolder() throws IOException {
        files = new PaperFiles();
        shelf = new Shelf<>(files, clock, 2);
    }

    @AfterEach
    void deleteFolder() throws IOException {
        files.destroy();
    }

    @Test
    void forgetsAfterAnHourAndDeletesTheFiles() {
        Path paper = files.add(new byte[1]);
        add("a", paper);
        clock.advance(Shelf.MEMORY);
        assertThat(shelf.find("a")).isPresent();

        clock.advance(Duration.ofMillis(1));

        assertThat(shelf.find("a")).isEmpty();
        assertThat(shelf.update("a", same -> same)).isEmpty();
        assertThat(paper).doesNotExist();
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        Path oldest = files.add(new byte[1]);
        add("a", oldest);
        add("b", files.add(new byte[1]));
        add("c", files.add(new byte[1]));

        assertThat(shelf.find("a")).isEmpty();
        assertThat(oldest).doesNotExist();
        assertThat(shelf.find("b")).isPresent();
    }

    @Test
    void aChangeDeletesTheFilesThatItGivesUp() {
        Path kept = files.add(new byte[1]);
        Path given = files.add(new byte[1]);
        add("a", kept, given);

        shelf.update("a", pile -> new Pile("a", pile.openedAt(), List.of(kept)));

        assertThat(kept).exists();
        assertThat(given).doesNotExist();
    }

    private void add(String id, Path... papers) {
        shelf.add(new Pile(id, clock.instant(), List.of(papers)));
    }

    private record Pile(String id, Instant openedAt, List<Path> papers) implements Shelf.Folder {
        @Override
        public Stream<Path> files() {
            return papers.stream();
        }
    }
}
