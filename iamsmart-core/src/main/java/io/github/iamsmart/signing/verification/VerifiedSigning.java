package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.requests.Acknowledgement;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Verifies each signature, passes it with the report to the application, and then acknowledges it to the gateway:
 * {@code SR001} if the verification passed, {@code SR002} if it did not, {@code SR003} if no signature came, after a
 * timeout or a refusal, because an acknowledgement is always sent [D]. Outcomes that are not signatures are passed
 * through. Thread-safe.
 *
 * <p>If the gateway does not accept the acknowledgement, it is sent again with the next delivery, for which the
 * application's handler is also called again.
 *
 * <p>{@link #ofHashes} and {@link #ofPdfs} are shorter where only signatures matter: of one kind of document, each
 * signature comes with its request and its report.
 *
 * <p>To apply your own verdict, use {@link SigningApi#acknowledge} instead.
 */
public final class VerifiedSigning implements RequestHandler {

    private static final List<RequestKind<?>> HASH_KINDS =
            List.of(SigningApi.HASH_KIND, SigningApi.ANONYMOUS_HASH_KIND);
    private static final List<RequestKind<?>> PDF_KINDS = List.of(SigningApi.PDF_KIND, SigningApi.ANONYMOUS_PDF_KIND);

    private final SigningApi signing;
    private final SignatureVerifier verifier;
    private final Expectations expectations;
    private final Handler next;
    private final Predicate<RequestInfo> handles;

    /**
     * Creates a handler.
     *
     * @param signing sends the acknowledgements
     * @param verifier verifies the signatures
     * @param expectations knows what was to be signed
     * @param next the application's handler
     */
    public VerifiedSigning(SigningApi signing, SignatureVerifier verifier, Expectations expectations, Handler next) {
        this(signing, verifier, expectations, next, request -> true);
    }

    private VerifiedSigning(
            SigningApi signing,
            SignatureVerifier verifier,
            Expectations expectations,
            Handler next,
            Predicate<RequestInfo> handles) {
        this.signing = signing;
        this.verifier = verifier;
        this.expectations = expectations;
        this.next = next;
        this.handles = handles;
    }

    /**
     * {@return a handler of the signatures of hashes} It does nothing about requests of other kinds, and about one that
     * ended without a signature it only tells the gateway.
     *
     * @param signing sends the acknowledgements
     * @param verifier verifies the signatures
     * @param sent knows what was to be signed
     * @param next takes each signature with its report, which may be that it is not good
     */
    public static VerifiedSigning ofHashes(
            SigningApi signing,
            SignatureVerifier verifier,
            SentRequests<HashSigningRequest> sent,
            Signatures<HashSigningResult> next) {
        return new VerifiedSigning(
                signing,
                verifier,
                request -> ExpectedSignature.of(sent.find(request)),
                onlySignatures(HashSigningResult.class, next),
                request -> request.isOf(HASH_KINDS));
    }

    /**
     * {@return a handler of the signatures of PDFs} It does nothing about requests of other kinds, and about one that
     * ended without a signature it only tells the gateway.
     *
     * @param signing sends the acknowledgements
     * @param verifier verifies the signatures
     * @param sent knows what was to be signed
     * @param next takes each signature with its report, which may be that it is not good
     */
    public static VerifiedSigning ofPdfs(
            SigningApi signing,
            SignatureVerifier verifier,
            SentRequests<PdfSigningRequest> sent,
            Signatures<PdfSigningResult> next) {
        return new VerifiedSigning(
                signing,
                verifier,
                request -> ExpectedSignature.of(sent.find(request)),
                onlySignatures(PdfSigningResult.class, next),
                request -> request.isOf(PDF_KINDS));
    }

    private static <T> Handler onlySignatures(Class<T> type, Signatures<T> next) {
        return (outcome, report) -> {
            if (outcome instanceof Completed<?> completed && report.isPresent()) {
                next.take(completed.request(), type.cast(completed.result()), report.get());
            }
        };
    }

    /**
     * Finds what was to be signed.
     *
     * @param <R> the type of the request
     */
    @FunctionalInterface
    public interface SentRequests<R> {
        /**
         * Looks a request up in the application's own records.
         *
         * @param request which request
         * @return what was sent, never taken from the result
         * @throws Exception if it cannot be found now; the outcome is delivered again later
         */
        R find(RequestInfo request) throws Exception;
    }

    /**
     * Takes signatures; like a {@link RequestHandler} it must be repeatable.
     *
     * @param <T> the type of the signature
     */
    @FunctionalInterface
    public interface Signatures<T> {
        /**
         * Takes a signature.
         *
         * @param request which request
         * @param signature what came
         * @param report whether it is good: keep no signature whose report has not
         *     {@linkplain VerificationReport#passed() passed}
         * @throws Exception if it cannot be taken now; the outcome is delivered again later
         */
        void take(RequestInfo request, T signature, VerificationReport report) throws Exception;
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
        ExpectedSignature of(RequestInfo request) throws Exception;
    }

    /** The application's handler; like a {@link RequestHandler} it must be repeatable. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Handles an outcome.
         *
         * @param outcome how the request ended
         * @param report the report of the verification; empty where nothing was signed
         * @throws Exception if it cannot be handled now; the outcome is delivered again later
         */
        void handle(RequestOutcome<?> outcome, Optional<VerificationReport> report) throws Exception;
    }

    @Override
    public void handle(RequestOutcome<?> outcome) throws Exception {
        RequestInfo request = outcome.request();
        if (!handles.test(request)) {
            return;
        }
        Optional<VerificationReport> report =
                outcome instanceof Completed<?> completed ? verified(completed) : Optional.empty();
        // The gateway learns that a signature is accepted only after the application has it.
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
