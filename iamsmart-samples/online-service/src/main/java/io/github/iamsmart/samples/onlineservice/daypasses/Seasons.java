package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.samples.onlineservice.cases.Visitor;
import io.github.iamsmart.samples.onlineservice.permit.PermitPaper;
import io.github.iamsmart.samples.onlineservice.permit.Permits;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The passes of stallholders, each for their holder alone. */
@Component
final class Seasons {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Cases cases;
    private final Visitor visitor;
    private final Permits permits;
    private final PermitPaper paper;
    private final PassPrinter printer;
    private final Clock clock;

    Seasons(Cases cases, Visitor visitor, Permits permits, PermitPaper paper, PassPrinter printer, Clock clock) {
        this.cases = cases;
        this.visitor = visitor;
        this.permits = permits;
        this.paper = paper;
        this.printer = printer;
        this.clock = clock;
    }

    Optional<Season> find(HttpServletRequest request) {
        return cases.newest(Season.class, visitor.of(request));
    }

    /** Passes that are made out to another application take the place of those before, unless one has been signed. */
    Season findOrPrint(HttpServletRequest request) {
        PassHolder holder = holder(request);
        return find(request)
                .filter(season -> season.edition().equals(holder.edition()) || season.signed() > 0)
                .orElseGet(() -> print(holder, request));
    }

    /** In the background: while the visitor reads what they are about to sign, the passes are made. */
    private Season print(PassHolder holder, HttpServletRequest request) {
        List<LocalDate> evenings = evenings();
        return cases.add(Season.open(
                visitor.of(request),
                holder.edition(),
                clock.instant(),
                CompletableFuture.supplyAsync(() -> printer.print(holder, evenings))));
    }

    List<LocalDate> evenings() {
        return Season.evenings(LocalDate.ofInstant(clock.instant(), HONG_KONG));
    }

    PassHolder holder(HttpServletRequest request) {
        return PassHolder.of(
                permits.findSubmitted(request).map(paper::of),
                IamSmartSignIn.from(request).orElseThrow().tokenisedId());
    }

    Optional<Season> waitingFor(RequestInfo request) {
        return cases.waitingFor(Season.class, request);
    }

    Optional<Season> update(Season season, UnaryOperator<Season> change) {
        return cases.update(season, change);
    }
}
