package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Profile("signing")
// tag::handler[]
@Component
class SignedContracts implements IamSmartRequestHandler<HashSigningResult> {

    private final Map<String, HashSigningRequest> asked = new ConcurrentHashMap<>(); // yours: a database
    private final Map<String, VerificationReport> reports = new ConcurrentHashMap<>();
    private final VerifiedSigning verified;

    SignedContracts(IamSmartClient client, SignatureVerifier verifier) {
        this.verified = new VerifiedSigning(
                client.signing(),
                verifier,
                info -> ExpectedSignature.of(asked.get(info.reference().orElseThrow())),
                this::ended);
    }

    void remember(String reference, HashSigningRequest request) { // before it is sent
        asked.put(reference, request);
    }

    @Override
    public RequestKind<HashSigningResult> kind() {
        return SigningApi.HASH_KIND;
    }

    @Override
    public void handle(RequestOutcome<HashSigningResult> outcome) throws Exception {
        verified.handle(outcome); // verifies, calls ended, tells the gateway
    }

    private void ended(RequestOutcome<?> outcome, Optional<VerificationReport> report) {
        report.ifPresent(found -> reports.put(outcome.request().reference().orElseThrow(), found)); // harmless twice
    }
    // end::handler[]

    Map<String, VerificationReport> reports() {
        return reports;
    }
    // tag::handler[]
}
// end::handler[]
