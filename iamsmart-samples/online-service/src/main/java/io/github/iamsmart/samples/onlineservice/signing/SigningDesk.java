package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.desk.CaseStore;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.samples.onlineservice.signing.PdfCompletion.SignedPdf;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What happens to a paper. Outcomes of requests may come more than once, late, or for a request that was replaced. */
@Component
final class SigningDesk {

    private static final int MOST = 200;

    private final CaseStore<SigningCase> cases;
    private final PaperFiles files;
    private final ObjectProvider<SignatureVerifier> verifiers;
    private final PdfCompletion completion;
    private final Clock clock;

    SigningDesk(PaperFiles files, ObjectProvider<SignatureVerifier> verifiers, PdfCompletion completion, Clock clock) {
        this.cases = new CaseStore<>(files::delete, clock, MOST);
        this.files = files;
        this.verifiers = verifiers;
        this.completion = completion;
        this.clock = clock;
    }

    void add(SigningCase opened) {
        cases.add(opened);
    }

    Optional<SigningCase> find(String id) {
        return cases.find(id);
    }

    void forget(String id) {
        cases.remove(id);
    }

    /** To be told before the request is sent: its callback may be faster than the gateway's answer. */
    void begin(String id, BusinessId businessId, String code) {
        cases.update(id, one -> one.with(Attempt.of(businessId, code)));
    }

    void sent(String id, InitiatedRequest answer) {
        change(id, answer.businessId(), attempt -> attempt.sent(answer));
    }

    void sent(String id, AnonymousRequest answer) {
        change(id, answer.businessId(), attempt -> attempt.sent(answer));
    }

    private void change(String id, BusinessId businessId, UnaryOperator<Attempt> change) {
        cases.update(id, one -> one.attempt(businessId).isPresent() ? one.withAttempt(change) : one);
    }

    /** The paper that waits for this very request. */
    Optional<SigningCase> waitingFor(RequestInfo request) {
        return request.reference()
                .flatMap(cases::find)
                .filter(one -> one.attempt(request.businessId()).isPresent());
    }

    /** What this site itself knows of a paper, and not what came back. The gateway has compared the signer. */
    static ExpectedSignature expected(SigningCase one) {
        return new ExpectedSignature(one.paper().digest(), SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty());
    }

    /** There is none where {@code iamsmart.signing.trust-anchors} names nobody: then nothing can be signed here. */
    SignatureVerifier verifier() {
        return verifiers.getObject();
    }

    /** Takes the signature, if the request brought one and a paper waits for it. */
    void take(RequestOutcome<?> outcome) throws IOException {
        Optional<SigningCase> waiting =
                waitingFor(outcome.request()).filter(one -> one.signed().isEmpty());
        if (waiting.isPresent() && outcome instanceof RequestOutcome.Completed<?> completed) {
            take(waiting.get(), completed.request(), signed(waiting.get(), completed.result()));
        }
    }

    private void take(SigningCase waiting, RequestInfo request, Signed signed) {
        Optional<SigningCase> after = cases.update(
                waiting.id(),
                one -> one.attempt(request.businessId()).isPresent()
                                && one.signed().isEmpty()
                        ? one.signed(signed)
                        : one);
        if (after.flatMap(SigningCase::signed).filter(signed::equals).isEmpty()) {
            files.delete(signed.pdf().stream());
        }
    }

    private Signed signed(SigningCase one, Object result) throws IOException {
        if (result instanceof HashSigningResult hash) {
            return new Signed(verifier().verify(hash, expected(one)), Optional.empty(), clock.instant());
        }
        if (result instanceof PdfSigningResult pdf && one.paper().prepared().isPresent()) {
            return signed(one, pdf);
        }
        throw new IllegalStateException("The result is of another kind than the paper");
    }

    private Signed signed(SigningCase one, PdfSigningResult result) throws IOException {
        SignatureVerifier verifier = verifier();
        VerificationReport report = verifier.verify(result, expected(one));
        if (!report.passed()) {
            return new Signed(report, Optional.empty(), clock.instant());
        }
        SignedPdf pdf = completion.complete(
                one.paper().prepared().orElseThrow(), one.paper().file(), result, verifier);
        if (!pdf.report().passed()) {
            files.delete(Stream.of(pdf.file()));
            return new Signed(pdf.report(), Optional.empty(), clock.instant());
        }
        return new Signed(pdf.report(), Optional.of(pdf.file()), clock.instant());
    }
}
