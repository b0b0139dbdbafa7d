package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermits;
import io.github.iamsmart.samples.onlineservice.site.SessionEntry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows which passes belong to a browser, and to nobody else who signs in there. */
@Component
final class PassSession {

    private static final String ATTRIBUTE = PassSession.class.getName();
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final PassDesk desk;
    private final PassPrinter printer;
    private final SubmittedPermits permits;
    private final Clock clock;

    PassSession(PassDesk desk, PassPrinter printer, SubmittedPermits permits, Clock clock) {
        this.desk = desk;
        this.printer = printer;
        this.permits = permits;
        this.clock = clock;
    }

    Optional<Season> find(HttpServletRequest request) {
        return SessionEntry.find(request, ATTRIBUTE)
                .flatMap(desk::find)
                .filter(season -> season.holder().equals(user(request)));
    }

    /** Passes that are made out to another application take the place of those before, unless one has been signed. */
    Season findOrPrint(HttpServletRequest request) {
        PassHolder holder = holder(request);
        return find(request)
                .filter(season -> season.edition().equals(holder.edition())
                        || season.unsigned().size() < season.passes().size())
                .orElseGet(() -> print(holder, request));
    }

    private Season print(PassHolder holder, HttpServletRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HONG_KONG);
        Season printed = Season.open(
                user(request), holder.edition(), clock.instant(), printer.print(holder, Season.evenings(today)));
        desk.add(printed);
        SessionEntry.put(request, ATTRIBUTE, printed.id(), desk::forget);
        return printed;
    }

    PassHolder holder(HttpServletRequest request) {
        return PassHolder.of(permits.find(request), user(request));
    }

    private static TokenisedId user(HttpServletRequest request) {
        return IamSmartSignIn.from(request).orElseThrow().tokenisedId();
    }
}
