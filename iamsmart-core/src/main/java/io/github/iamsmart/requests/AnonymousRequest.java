package io.github.iamsmart.requests;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.identity.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request of an anonymous user that the gateway has accepted. Next, send the browser to the gateway's page with the
 * ticket, or open the app with it on the same device; complete the request when the browser comes back.
 *
 * <p>Store {@link #businessId} and {@link #state} for this browser alone, for example in its session: only they prove
 * that the browser that comes back is the one that started the request.
 *
 * @param businessId its id
 * @param state the secret that the browser must bring back
 * @param ticketId the gateway's ticket
 * @param redirectUri where the browser comes back to
 * @param scopes the requested scopes
 * @param source the kind of browser that the user has
 * @param language the language of the gateway's page
 * @param expiresAt until when the user can answer, by this node's clock
 * @param appLink opens the app with this request, on the same device [1]
 * @param identificationCode the four digits that the page shows and the app shows too, for a signature
 */
public record AnonymousRequest(
        BusinessId businessId,
        State state,
        String ticketId,
        URI redirectUri,
        Set<Scope> scopes,
        Source source,
        Optional<Language> language,
        Instant expiresAt,
        URI appLink,
        Optional<String> identificationCode) {

    /**
     * {@return this with the digits that page and app both show}
     *
     * @param code four digits
     */
    public AnonymousRequest withIdentificationCode(String code) {
        return new AnonymousRequest(
                businessId,
                state,
                ticketId,
                redirectUri,
                scopes,
                source,
                language,
                expiresAt,
                appLink,
                Optional.of(code));
    }

    /** Hides the ticket: anyone who has it can open the request. */
    @Override
    public String toString() {
        return "AnonymousRequest[businessId=" + businessId + ", scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
    }
}
