package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.SigningApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Looks how a request ended, and leads on. */
@Component
final class SigningAnswers {

    private final IamSmartClient client;
    private final SigningDesk desk;
    private final SigningEndings endings;

    SigningAnswers(IamSmartClient client, SigningDesk desk, SigningEndings endings) {
        this.client = client;
        this.desk = desk;
        this.endings = endings;
    }

    /** The next page; empty as long as nobody has answered. */
    Optional<String> next(Place place, BusinessId businessId, Locale locale, Model model) {
        return client.requests().outcome(businessId, kind(place)).map(outcome -> next(place, outcome, locale, model));
    }

    private String next(Place place, RequestOutcome<?> outcome, Locale locale, Model model) {
        if (!(outcome instanceof RequestOutcome.Completed)) {
            return endings.show(outcome, place, locale, model);
        }
        try {
            // The event may not have been heard yet: what is stored is taken here, too.
            desk.take(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place.redirectTo("/report");
    }

    private static RequestKind<?> kind(Place place) {
        return switch (place.subject()) {
            case APPLICATION -> place.signedIn() ? SigningApi.PDF_KIND : SigningApi.ANONYMOUS_PDF_KIND;
            case TERMS -> place.signedIn() ? SigningApi.HASH_KIND : SigningApi.ANONYMOUS_HASH_KIND;
        };
    }
}
