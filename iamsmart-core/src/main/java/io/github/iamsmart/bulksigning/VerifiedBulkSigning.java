package io.github.iamsmart.bulksigning;

import io.github.iamsmart.internal.flow.Acknowledgement;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.tracking.RequestHandler;
import io.github.iamsmart.tracking.RequestInfo;
import io.github.iamsmart.tracking.RequestOutcome;
import io.github.iamsmart.tracking.RequestOutcome.Completed;
import io.github.iamsmart.tracking.RequestOutcome.TimedOut;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies what came for a bulk request, hands it to the application, and then tells the gateway of each document what
 * came of it: {@code SR001} after a verification that passed, {@code SR002} after one that did not, {@code SR003} where
 * no signature came. After a time-out it does so for what has come until then, and after a refusal it tells
 * {@code SR003}, because an acknowledgement is always sent [D]. Outcomes of other kinds pass through. Thread-safe.
 *
 * <p>What the gateway could not take of the answers for signatures is sent again with the next delivery, for which the
 * application's handler is called again too.
 *
 * <p>Who wants to judge for himself uses {@link BulkVerifier} and {@link BulkSigningApi#acknowledge(BusinessId, Map)}
 * instead.
 */
public final class VerifiedBulkSigning implements RequestHandler {

    private final BulkSigningApi bulkSigning;
    private final BulkVerifier verifier;
    private final Expectations expectations;
    private final Handler next;

    /**
     * Creates a handler.
     *
     * @param bulkSigning reads what came, and acknowledges
     * @param verifier verifies
     * @param expectations knows what was to be signed
     * @param next the application's handler
     */
    public VerifiedBulkSigning(
            BulkSigningApi bulkSigning, BulkVerifier verifier, Expectations expectations, Handler next) {
        this.bulkSigning = bulkSigning;
        this.verifier = verifier;
        this.expectations = expectations;
        this.next = next;
    }

    /** Knows what was to be signed. */
    @FunctionalInterface
    public interface Expectations {
        /**
         * Looks a request up in the application's own records.
         *
         * @param request which request
         * @return what was asked for, never taken from the result
         * @throws Exception if it cannot be found now; the outcome is offered again later
         */
        ExpectedSignatures of(RequestInfo request) throws Exception;
    }

    /** The application's end, as {@link RequestHandler}, and to be as repeatable. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Takes an outcome.
         *
         * @param outcome how the request ended
         * @param verification what the verification of what came found, also where not all came in time; the signatures
         *     are read with {@link BulkSigningApi#signatures}; empty after a refusal, and for other kinds of requests
         * @throws Exception if it cannot be taken now; it is offered again later
         */
        void handle(RequestOutcome<?> outcome, Optional<BulkVerification> verification) throws Exception;
    }

    @Override
    public void handle(RequestOutcome<?> outcome) throws Exception {
        RequestInfo request = outcome.request();
        if (!request.isOf(BulkSigningApi.KINDS)) {
            next.handle(outcome, Optional.empty());
            return;
        }
        Optional<BulkVerification> verification =
                outcome instanceof Completed || outcome instanceof TimedOut ? verified(request) : Optional.empty();
        // The gateway is told that a signature is accepted only when the application has it.
        next.handle(outcome, verification);
        Map<String, SigningAnswer> answers =
                verification.map(BulkVerification::answers).orElse(Map.of());
        Acknowledgement.send(
                request.businessId(), hasSignatures(verification), () -> tell(request.businessId(), answers));
    }

    private static boolean hasSignatures(Optional<BulkVerification> verification) {
        return verification.filter(found -> !found.reports().isEmpty()).isPresent();
    }

    private Optional<BulkVerification> verified(RequestInfo request) throws Exception {
        return Optional.of(verifier.verify(bulkSigning.signatures(request.businessId()), expectations.of(request)));
    }

    /** One answer where it is the same for all. */
    private void tell(BusinessId businessId, Map<String, SigningAnswer> answers) {
        Set<SigningAnswer> different = Set.copyOf(answers.values());
        if (different.size() > 1) {
            bulkSigning.acknowledge(businessId, answers);
        } else {
            bulkSigning.acknowledge(businessId, different.stream().findFirst().orElse(SigningAnswer.NOTHING_RECEIVED));
        }
    }
}
