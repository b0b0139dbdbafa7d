package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.samples.onlineservice.daypasses.DayPass.Standing;
import io.github.iamsmart.samples.onlineservice.desk.CaseStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The passes of a stallholder, for every evening of a season. Immutable; {@link #toString()} shows nothing of a person.
 *
 * @param id known to the server only
 * @param holder who has signed in
 * @param edition tells them from passes that are made out otherwise: the number of the application, if there is one
 * @param openedAt when they were made
 * @param passes one for each evening
 * @param request the request that they wait for, or waited for last
 */
record Season(
        String id,
        TokenisedId holder,
        String edition,
        Instant openedAt,
        List<DayPass> passes,
        Optional<PassRequest> request)
        implements CaseStore.StoredCase {

    private static final int EVENINGS = 200;

    static Season open(TokenisedId holder, String edition, Instant now, List<DayPass> passes) {
        return new Season(UUID.randomUUID().toString(), holder, edition, now, List.copyOf(passes), Optional.empty());
    }

    /** The evenings of the season that begins with the next month. */
    static List<LocalDate> evenings(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).plusMonths(1);
        return first.datesUntil(first.plusDays(EVENINGS)).toList();
    }

    List<DayPass> of(Standing standing) {
        return passes.stream().filter(pass -> pass.standing() == standing).toList();
    }

    List<DayPass> unsigned() {
        return passes.stream().filter(pass -> !pass.isSigned()).toList();
    }

    /** What the latest request asks for. */
    List<DayPass> asked() {
        return request.map(latest -> passes.stream()
                        .filter(pass -> latest.numbers().contains(pass.number()))
                        .toList())
                .orElse(List.of());
    }

    /** The request of this name, if it is the one that the passes wait for, or waited for last. */
    Optional<PassRequest> request(BusinessId businessId) {
        return request.filter(latest -> latest.businessId().equals(businessId));
    }

    Season with(PassRequest next) {
        return new Season(id, holder, edition, openedAt, passes, Optional.of(next));
    }

    Season withRequest(UnaryOperator<PassRequest> change) {
        return new Season(id, holder, edition, openedAt, passes, request.map(change));
    }

    /** Takes what became of passes, by their numbers. One that is signed stays as it is. */
    Season judged(Map<String, DayPass> judged) {
        List<DayPass> after = passes.stream()
                .map(pass -> pass.isSigned() ? pass : judged.getOrDefault(pass.number(), pass))
                .toList();
        return new Season(id, holder, edition, openedAt, after, request);
    }

    @Override
    public Stream<Path> files() {
        return passes.stream().map(DayPass::file);
    }

    @Override
    public String toString() {
        return "Season[" + of(Standing.SIGNED).size() + " of " + passes.size() + " signed]";
    }
}
