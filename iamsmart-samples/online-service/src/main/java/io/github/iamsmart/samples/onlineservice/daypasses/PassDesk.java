package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.bulksigning.BulkExpectation;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.daypasses.PassRequest.End;
import io.github.iamsmart.samples.onlineservice.desk.CaseStore;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What happens to passes. Outcomes of requests may come more than once, late, or for a request that was replaced. */
@Component
final class PassDesk {

    /** Of some 20 MB on disk each. */
    private static final int MOST = 20;

    private final CaseStore<Season> seasons;
    private final PassJudge judge;
    private final PaperFiles files;
    private final Clock clock;

    PassDesk(PassJudge judge, PaperFiles files, Clock clock) {
        this.seasons = new CaseStore<>(files::delete, clock, MOST);
        this.judge = judge;
        this.files = files;
        this.clock = clock;
    }

    void add(Season opened) {
        seasons.add(opened);
    }

    Optional<Season> find(String id) {
        return seasons.find(id);
    }

    void forget(String id) {
        seasons.remove(id);
    }

    /** To be told before the request is sent: its callbacks may be faster than the gateway's answer. */
    void begin(String id, BusinessId businessId, Set<String> numbers) {
        seasons.update(id, season -> season.with(PassRequest.of(businessId, numbers)));
    }

    void sent(String id, InitiatedRequest answer) {
        change(id, answer.businessId(), season -> season.withRequest(request -> request.sent(answer)));
    }

    private Optional<Season> change(String id, BusinessId businessId, UnaryOperator<Season> change) {
        return seasons.update(id, season -> season.request(businessId).isPresent() ? change.apply(season) : season);
    }

    /** The passes that wait for this very request. */
    Optional<Season> waitingFor(RequestInfo request) {
        return request.reference()
                .flatMap(seasons::find)
                .filter(season -> season.request(request.businessId()).isPresent());
    }

    /**
     * What this site itself knows of the passes, and not what came back: nothing of passes that are gone. The gateway
     * has compared the signer.
     */
    BulkExpectation expected(RequestInfo request) {
        return BulkExpectation.of(waitingFor(request).stream()
                .flatMap(season -> season.asked().stream())
                .map(pass -> pass.document(pass.number()))
                .toList());
    }

    /** Takes what came: all of it, or as much as came in time. */
    void take(RequestOutcome<?> outcome, Optional<BulkVerification> verification) throws IOException {
        Optional<Season> waiting = waitingFor(outcome.request())
                // An earlier delivery has taken it, and only the gateway has to be told again.
                .filter(season -> season.request().flatMap(PassRequest::end).isEmpty());
        if (waiting.isPresent() && verification.isPresent()) {
            BusinessId businessId = outcome.request().businessId();
            End end = new End(clock.instant(), outcome instanceof RequestOutcome.TimedOut);
            take(waiting.get(), businessId, judge.judge(waiting.get(), businessId, verification.get()), end);
        }
    }

    private void take(Season waiting, BusinessId businessId, Map<String, DayPass> judged, End end) {
        Optional<Season> after = change(
                waiting.id(), businessId, season -> season.judged(judged).withRequest(request -> request.ended(end)));
        // They may have been forgotten meanwhile.
        Set<Path> kept = after.stream().flatMap(Season::files).collect(Collectors.toSet());
        files.delete(judged.values().stream().map(DayPass::file).filter(file -> !kept.contains(file)));
    }
}
