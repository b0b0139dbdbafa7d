package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import java.util.Optional;

/**
 * A request for a signature. Of the signer's HKIC not even the hash is kept: the gateway compares it.
 *
 * @param businessId its name
 * @param code the four digits that the app shows too
 * @param sent what the gateway answered; empty until it has
 * @param anonymous the same for a request without a sign-in
 */
record Attempt(
        BusinessId businessId, String code, Optional<InitiatedRequest> sent, Optional<AnonymousRequest> anonymous) {

    static Attempt of(BusinessId businessId, String code) {
        return new Attempt(businessId, code, Optional.empty(), Optional.empty());
    }

    Attempt sent(InitiatedRequest answer) {
        return new Attempt(businessId, code, Optional.of(answer), anonymous);
    }

    Attempt sent(AnonymousRequest answer) {
        return new Attempt(businessId, code, sent, Optional.of(answer));
    }
}
