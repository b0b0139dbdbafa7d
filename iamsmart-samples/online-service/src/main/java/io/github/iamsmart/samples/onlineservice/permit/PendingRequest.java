package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import java.util.Optional;

/**
 * The request to iAM Smart that an application waits for, or waited for last.
 *
 * @param businessId its name
 * @param purpose what it is for
 * @param sent what the gateway answered; empty until it has
 * @param anonymous the same for a request without a sign-in
 * @param taken whether its result is in the application; outcomes may be delivered more than once
 */
record PendingRequest(
        BusinessId businessId,
        Purpose purpose,
        Optional<InitiatedRequest> sent,
        Optional<AnonymousRequest> anonymous,
        boolean taken) {

    enum Purpose {
        FILL,
        CONFIRM
    }

    static PendingRequest of(BusinessId businessId, Purpose purpose) {
        return new PendingRequest(businessId, purpose, Optional.empty(), Optional.empty(), false);
    }

    PendingRequest sent(InitiatedRequest answer) {
        return new PendingRequest(businessId, purpose, Optional.of(answer), anonymous, taken);
    }

    PendingRequest sent(AnonymousRequest answer) {
        return new PendingRequest(businessId, purpose, sent, Optional.of(answer), taken);
    }

    PendingRequest done() {
        return new PendingRequest(businessId, purpose, sent, anonymous, true);
    }
}
