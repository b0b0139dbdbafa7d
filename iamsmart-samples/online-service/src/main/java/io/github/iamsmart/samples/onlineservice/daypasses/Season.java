package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.samples.onlineservice.cases.Case;
import io.github.iamsmart.samples.onlineservice.daypasses.DayPass.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passes of a stallholder, for every evening of a season. Immutable; {@link #toString()} shows nothing of a person.
 *
 * @param edition tells them from passes that are made out otherwise: the number of the application, if there is one
 * @param printing makes one for each evening
 * @param judged those for which a signature has come, by their numbers
 * @param numbers of those that the latest request asks for
 * @param end how that ended
 */
record Season(
        String id,
        String owner,
        Instant openedAt,
        int requests,
        String edition,
        CompletableFuture<List<DayPass>> printing,
        Map<String, DayPass> judged,
        Set<String> numbers,
        Optional<End> end)
        implements Case {

    static final int EVENINGS = 200;

    /**
     * How a request ended.
     *
     * @param at when what came had been verified
     * @param late whether the time ran out before all had come
     */
    record End(Instant at, boolean late) {}

    static Season open(String owner, String edition, Instant now, CompletableFuture<List<DayPass>> printing) {
        String id = UUID.randomUUID().toString();
        return new Season(id, owner, now, 0, edition, printing, Map.of(), Set.of(), Optional.empty());
    }

    /** The evenings of the season that begins with the next month. */
    static List<LocalDate> evenings(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).plusMonths(1);
        return first.datesUntil(first.plusDays(EVENINGS)).toList();
    }

    /** All of them; waits until they are printed. */
    List<DayPass> passes() {
        return printing.join().stream()
                .map(pass -> judged.getOrDefault(pass.number(), pass))
                .toList();
    }

    List<DayPass> of(Standing standing) {
        return passes().stream().filter(pass -> pass.standing() == standing).toList();
    }

    long signed() {
        return judged.values().stream().filter(DayPass::isSigned).count();
    }

    List<DayPass> unsigned() {
        return passes().stream().filter(pass -> !pass.isSigned()).toList();
    }

    /** What the latest request asks for. */
    List<DayPass> asked() {
        return passes().stream().filter(pass -> numbers.contains(pass.number())).toList();
    }

    /** What is expected to come back, by the names that the gateway knows. */
    List<BulkDocument> documents() {
        return asked().stream().map(pass -> pass.document(pass.number())).toList();
    }

    /** A new request, for what is not signed yet. */
    Season nextRequest() {
        Set<String> next = unsigned().stream().map(DayPass::number).collect(Collectors.toSet());
        return new Season(id, owner, openedAt, requests + 1, edition, printing, judged, next, Optional.empty());
    }

    /** Takes what became of passes, by their numbers. One that is signed stays as it is. */
    Season judged(Map<String, DayPass> more, End how) {
        Map<String, DayPass> all = new HashMap<>(judged);
        more.forEach((number, pass) -> all.merge(number, pass, (before, now) -> before.isSigned() ? before : now));
        return new Season(id, owner, openedAt, requests, edition, printing, Map.copyOf(all), numbers, Optional.of(how));
    }

    @Override
    public Stream<Path> files() {
        return printing.isDone() && !printing.isCompletedExceptionally()
                ? passes().stream().map(DayPass::file)
                : Stream.empty();
    }

    @Override
    public String toString() {
        return "Season[" + signed() + " signed]";
    }
}
