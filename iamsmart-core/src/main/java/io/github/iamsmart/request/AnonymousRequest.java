package io.github.iamsmart.request;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request of a user who has not signed in, which the gateway has accepted. What is left to do: send the browser to
 * the gateway's page with the ticket, or open the app with it on the same device; when the browser comes back, complete
 * the request.
 *
 * <p>Keep {@link #businessId} and {@link #state} for this browser alone, for example in its session: only they tell,
 * when it comes back, that it is the one that began.
 *
 * @param businessId its name
 * @param state the secret that the browser must bring back
 * @param ticketId the gateway's ticket
 * @param redirectUri where the browser comes back to
 * @param scopes what the user is asked for
 * @param source which kind of browser the user has
 * @param language the language of the gateway's page
 * @param expiresAt until when the user can answer, by this node's clock
 * @param appLink opens the app with this request, on the same device [1]
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
        URI appLink) {

    /** Shows no ticket: whoever has it can open the request. */
    @Override
    public String toString() {
        return "AnonymousRequest[businessId=" + businessId + ", scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
    }
}
