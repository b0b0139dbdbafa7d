package io.github.iamsmart.bulksigning;

import io.github.iamsmart.internal.requests.Acknowledgement;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.signing.SigningAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies the signatures of a bulk request, passes them to the application, and then acknowledges each document to the
 * gateway: {@code SR001} if the verification passed, {@code SR002} if it did not, {@code SR003} if no signature came.
 * After a timeout it does so for what has come until then, and after a refusal it sends {@code SR003}, because an
 * acknowledgement is always sent [D]. Outcomes of other kinds are passed through. Thread-safe.
 *
 * <p>If the gateway does not accept the acknowledgement, it is sent again with the next delivery, for which the
 * application's handler is also called again.
 *
 * <p>To apply your own verdict, use {@link BulkVerifier} and {@link BulkSigningApi#acknowledge(BusinessId, Map)}
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
     * @param bulkSigning reads the signatures, and sends the acknowledgements
     * @param verifier verifies the signatures
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
         * @return what was requested, never taken from the result
         * @throws Exception if it cannot be found now; the outcome is delivered again later
         */
        BulkExpectation of(RequestInfo request) throws Exception;
    }

    /** The application's handler; like a {@link RequestHandler} it must be repeatable. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Handles an outcome.
         *
         * @param outcome how the request ended
         * @param verification the result of the verification, even if not everything came in time; the signatures are
         *     read with {@link BulkSigningApi#signatures}; empty after a refusal, and for other kinds of requests
         * @throws Exception if it cannot be handled now; the outcome is delivered again later
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
        // The gateway learns that a signature is accepted only after the application has it.
        next.handle(outcome, verification);
        Map<String, SigningAnswer> answers =
                verification.map(BulkVerification::answers).orElse(Map.of());
        Acknowledgement.send(
                request.businessId(), hasSignatures(verification), () -> acknowledge(request.businessId(), answers));
    }

    private static boolean hasSignatures(Optional<BulkVerification> verification) {
        return verification.filter(found -> !found.reports().isEmpty()).isPresent();
    }

    private Optional<BulkVerification> verified(RequestInfo request) throws Exception {
        return Optional.of(verifier.verify(bulkSigning.signatures(request.businessId()), expectations.of(request)));
    }

    /** Sends a single answer if it is the same for all documents. */
    private void acknowledge(BusinessId businessId, Map<String, SigningAnswer> answers) {
        Set<SigningAnswer> different = Set.copyOf(answers.values());
        if (different.size() > 1) {
            bulkSigning.acknowledge(businessId, answers);
        } else {
            bulkSigning.acknowledge(businessId, different.stream().findFirst().orElse(SigningAnswer.NOTHING_RECEIVED));
        }
    }
}
