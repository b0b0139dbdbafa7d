package io.github.iamsmart.signing.verification;

import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.tracking.RequestHandler;
import io.github.iamsmart.tracking.RequestInfo;
import io.github.iamsmart.tracking.RequestOutcome;
import io.github.iamsmart.tracking.RequestOutcome.Completed;
import io.github.iamsmart.tracking.RequestOutcome.TimedOut;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies each signature that comes, hands it with the report to the application, and then tells the gateway what came
 * of it: {@code SR001} after a verification that passed, {@code SR002} after one that did not, {@code SR003} when the
 * time was up. After a refusal by the user there is nothing to tell. Outcomes that are no signatures pass through.
 * Thread-safe.
 *
 * <p>What the gateway could not take is sent again with the next delivery, for which the application's handler is
 * called again too.
 *
 * <p>Who wants to judge for himself uses {@link SigningApi#acknowledge} instead.
 */
public final class VerifiedSigning implements RequestHandler {

    private static final Logger log = LoggerFactory.getLogger(VerifiedSigning.class);

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
        if (report.isPresent()) {
            tell(request.businessId(), report.get().passed() ? SigningAnswer.ACCEPTED : SigningAnswer.REJECTED);
        } else if (outcome instanceof TimedOut && isSigning(request)) {
            tell(request.businessId(), SigningAnswer.NOTHING_RECEIVED);
        }
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

    private static boolean isSigning(RequestInfo request) {
        return request.kind().equals(SigningApi.HASH_KIND.name())
                || request.kind().equals(SigningApi.PDF_KIND.name())
                || request.kind().equals(SigningApi.ANONYMOUS_HASH_KIND.name())
                || request.kind().equals(SigningApi.ANONYMOUS_PDF_KIND.name());
    }

    /** What the gateway refuses for good is not worth another delivery. */
    private void tell(BusinessId businessId, SigningAnswer answer) {
        try {
            signing.acknowledge(businessId, answer);
        } catch (GatewayException e) {
            if (e.retryCanHelp()) {
                throw e;
            }
            log.warn("The gateway did not take the acknowledgement {} of request {}: {}", answer, businessId, e.code());
        }
    }
}
