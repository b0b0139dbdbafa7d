package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.flow.Acknowledgement;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.tracking.RequestHandler;
import io.github.iamsmart.tracking.RequestInfo;
import io.github.iamsmart.tracking.RequestOutcome;
import io.github.iamsmart.tracking.RequestOutcome.Completed;
import java.util.Optional;

/**
 * Verifies each signature that comes, hands it with the report to the application, and then tells the gateway what came
 * of it: {@code SR001} after a verification that passed, {@code SR002} after one that did not, {@code SR003} where none
 * came, when the time was up or after a refusal, because an acknowledgement is always sent [D]. Outcomes that are no
 * signatures pass through. Thread-safe.
 *
 * <p>What the gateway could not take of the answer for a signature is sent again with the next delivery, for which the
 * application's handler is called again too.
 *
 * <p>Who wants to judge for himself uses {@link SigningApi#acknowledge} instead.
 */
public final class VerifiedSigning implements RequestHandler {

    private final SigningApi signing;
    private final SignatureVerifier verifier;
    private final Expectations expectations;
    private final Handler next;

    /**
     * Creates a handler.
     *
     * @param signing acknowledges
     * @param verifier verifies
     * @param expectations knows what was to be signed
     * @param next the application's handler
     */
    public VerifiedSigning(SigningApi signing, SignatureVerifier verifier, Expectations expectations, Handler next) {
        this.signing = signing;
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
        ExpectedSignature of(RequestInfo request) throws Exception;
    }

    /** The application's end, as {@link RequestHandler}, and to be as repeatable. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Takes an outcome.
         *
         * @param outcome how the request ended
         * @param report what the verification found; empty where nothing was signed
         * @throws Exception if it cannot be taken now; it is offered again later
         */
        void handle(RequestOutcome<?> outcome, Optional<VerificationReport> report) throws Exception;
    }

    @Override
    public void handle(RequestOutcome<?> outcome) throws Exception {
        RequestInfo request = outcome.request();
        Optional<VerificationReport> report =
                outcome instanceof Completed<?> completed ? verified(completed) : Optional.empty();
        // The gateway is told that a signature is accepted only when the application has it.
        next.handle(outcome, report);
        if (request.isOf(SigningApi.KINDS)) {
            SigningAnswer answer = report.map(VerifiedSigning::answer).orElse(SigningAnswer.NOTHING_RECEIVED);
            Acknowledgement.send(
                    request.businessId(), report.isPresent(), () -> signing.acknowledge(request.businessId(), answer));
        }
    }

    private static SigningAnswer answer(VerificationReport report) {
        return report.passed() ? SigningAnswer.ACCEPTED : SigningAnswer.REJECTED;
    }

    private Optional<VerificationReport> verified(Completed<?> completed) throws Exception {
        if (completed.result() instanceof HashSigningResult result) {
            return Optional.of(verifier.verify(result, expectations.of(completed.request())));
        }
        if (completed.result() instanceof PdfSigningResult result) {
            return Optional.of(verifier.verify(result, expectations.of(completed.request())));
        }
        return Optional.empty();
    }
}
