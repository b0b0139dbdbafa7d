package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request for signatures.
 *
 * @param businessId its name
 * @param numbers of the passes that it asks for
 * @param sent what the gateway answered; empty until it has
 * @param end what is known after what came was verified; empty until then
 */
record PassRequest(BusinessId businessId, Set<String> numbers, Optional<InitiatedRequest> sent, Optional<End> end) {

    /**
     * How it ended.
     *
     * @param at when what came had been verified
     * @param late whether the time ran out before all had come
     */
    record End(Instant at, boolean late) {}

    static PassRequest of(BusinessId businessId, Set<String> numbers) {
        return new PassRequest(businessId, Set.copyOf(numbers), Optional.empty(), Optional.empty());
    }

    PassRequest sent(InitiatedRequest answer) {
        return new PassRequest(businessId, numbers, Optional.of(answer), end);
    }

    PassRequest ended(End how) {
        return new PassRequest(businessId, numbers, sent, Optional.of(how));
    }
}
