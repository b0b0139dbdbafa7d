package io.github.iamsmart.samples.onlineservice.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.samples.onlineservice.HandClock;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesTest {

    private final HandClock clock = new HandClock();
    private PaperFiles files;
    private Cases cases;

    @BeforeEach
    void open() throws IOException {
        files = new PaperFiles();
        cases = new Cases(files, clock);
    }

    @AfterEach
    void close() throws IOException {
        files.destroy();
    }

    @Test
    void forgetsAfterAnHourAndDeletesTheFiles() throws IOException {
        Path paper = files.empty();
        Pile pile = add("a", paper);
        clock.advance(Cases.MEMORY);
        assertThat(cases.newest(Pile.class, "me")).isPresent();

        clock.advance(Duration.ofMillis(1));

        assertThat(cases.newest(Pile.class, "me")).isEmpty();
        assertThat(cases.update(pile, same -> same)).isEmpty();
        add("b");
        assertThat(paper).doesNotExist();
    }

    @Test
    void theOldestOfAKindGivesWayWhenThereAreTooMany() throws IOException {
        Path oldest = files.empty();
        Pile first = add("first", oldest);
        for (int i = 0; i < Cases.MOST_OF_A_KIND; i++) {
            add("later-" + i);
        }

        assertThat(cases.update(first, same -> same)).isEmpty();
        assertThat(oldest).doesNotExist();
    }

    @Test
    void aChangeDeletesTheFilesThatItGivesUp() throws IOException {
        Path kept = files.empty();
        Path given = files.empty();
        Pile pile = add("a", kept, given);

        cases.update(pile, one -> new Pile("a", "me", one.openedAt(), 0, List.of(kept)));

        assertThat(given).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void onlyTheLatestRequestFindsItsCase() {
        Pile pile = add("a");
        String before = pile.reference();
        Pile after = cases.update(pile, one -> new Pile("a", "me", one.openedAt(), 1, List.of()))
                .orElseThrow();

        assertThat(cases.waitingFor(Pile.class, request(before))).isEmpty();
        assertThat(cases.waitingFor(Pile.class, request(after.reference()))).contains(after);
    }

    @Test
    void aVisitorFindsTheirNewestCaseAndNobodyElses() {
        add("a");
        Pile newest = add("b");

        assertThat(cases.newest(Pile.class, "me")).contains(newest);
        assertThat(cases.newest(Pile.class, "somebody else")).isEmpty();
        cases.forgetAllOf("me");
        assertThat(cases.newest(Pile.class, "me")).isEmpty();
    }

    private Pile add(String id, Path... papers) {
        return cases.add(new Pile(id, "me", clock.instant(), 0, List.of(papers)));
    }

    private RequestInfo request(String reference) {
        return new RequestInfo(new BusinessId("any"), "any", Optional.of(reference), clock.instant());
    }

    private record Pile(String id, String owner, Instant openedAt, int requests, List<Path> papers) implements Case {
        @Override
        public Stream<Path> files() {
            return papers.stream();
        }
    }
}
