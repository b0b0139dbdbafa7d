package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.samples.onlineservice.site.SessionEntry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows which papers belong to a browser, and to nobody else who signs in there. */
@Component
final class SigningSession {

    private final SigningDesk desk;
    private final SigningPapers papers;
    private final Clock clock;

    SigningSession(SigningDesk desk, SigningPapers papers, Clock clock) {
        this.desk = desk;
        this.papers = papers;
        this.clock = clock;
    }

    Optional<SigningCase> find(Place place, HttpServletRequest request) {
        return SessionEntry.find(request, attribute(place))
                .flatMap(desk::find)
                .filter(one -> one.place().equals(place))
                .filter(one -> one.signer().equals(signer(request)));
    }

    /** Another paper than before takes the place of the one before; empty where there is nothing to sign. */
    Optional<SigningCase> findOrOpen(Place place, HttpServletRequest request, Locale locale) {
        Optional<SigningCase> found = find(place, request);
        Optional<String> edition = papers.edition(place.subject(), request, locale);
        // What has been signed stays what it is, whatever language its reader prefers now.
        if (found.filter(one -> one.signed().isPresent() && place.subject() == Subject.TERMS)
                .isPresent()) {
            return found;
        }
        return edition.map(wanted -> found.filter(one -> one.paper().edition().equals(wanted))
                .orElseGet(() -> open(place, request, locale)));
    }

    private SigningCase open(Place place, HttpServletRequest request, Locale locale) {
        SigningCase opened = SigningCase.open(
                place, signer(request), clock.instant(), papers.make(place.subject(), request, locale));
        desk.add(opened);
        SessionEntry.put(request, attribute(place), opened.id(), desk::forget);
        return opened;
    }

    private static String attribute(Place place) {
        return SigningSession.class.getName() + "." + place.subject();
    }

    private static Optional<TokenisedId> signer(HttpServletRequest request) {
        return IamSmartSignIn.from(request).map(IamSmartSignIn::tokenisedId);
    }
}
