package io.github.iamsmart.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import java.util.List;
import java.util.Optional;

/** Finds the request that a call belongs to: by the ticket that it got, by its businessID, by the code that it uses. */
public final class RelatedRequest {
    /** Older ones are not looked for, so that a call costs the same however many there are. */
    private static final int NEWEST = 500;

    private static final int SHORTEST_CODE = 12;

    private final RequestRegistry requests;

    public RelatedRequest(RequestRegistry requests) {
        this.requests = requests;
    }

    /**
     * The ticket of the request.
     *
     * @param asked the content of the call
     * @param answered the content of the answer
     */
    public Optional<String> ticket(String clientId, JsonNode asked, JsonNode answered) {
        return text(answered, "ticketID")
                .filter(ticket -> requests.find(ticket).isPresent())
                .or(() -> text(asked, "businessID")
                        .flatMap(id -> newest(
                                clientId,
                                one -> one.terms()
                                        .businessId()
                                        .filter(id::equals)
                                        .isPresent())))
                .or(() -> text(asked, "code")
                        .filter(code -> code.length() >= SHORTEST_CODE)
                        .flatMap(code -> newest(
                                clientId,
                                one -> one.redirect()
                                        .filter(redirect -> redirect.toString().contains(code))
                                        .isPresent())));
    }

    private interface Fits {
        boolean test(PendingRequest request);
    }

    private Optional<String> newest(String clientId, Fits fits) {
        List<PendingRequest> all = requests.all();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - NEWEST); i--) {
            PendingRequest.Terms terms = all.get(i).terms();
            if (terms.clientId().equals(clientId) && fits.test(all.get(i))) {
                return Optional.of(terms.ticketId());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode content, String name) {
        return Optional.ofNullable(content.path(name).textValue());
    }
}
