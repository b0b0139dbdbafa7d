package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkExpectation;
import io.github.iamsmart.bulksigning.BulkSignature;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.bulksigning.BulkVerifier;
import io.github.iamsmart.bulksigning.VerifiedBulkSigning;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Profile("signing")
// tag::handler[]
@Component
class SignedPermits implements IamSmartRequestHandler<BulkSigningResult> {

    private final Map<String, BulkSigningRequest> asked = new ConcurrentHashMap<>(); // yours: a database
    private final Map<String, BulkSignature> archive = new ConcurrentHashMap<>();
    private final BulkSigningApi bulkSigning;
    private final VerifiedBulkSigning verified;

    SignedPermits(IamSmartClient client, SignatureVerifier verifier) {
        this.bulkSigning = client.bulkSigning();
        this.verified = new VerifiedBulkSigning(
                bulkSigning,
                new BulkVerifier(verifier),
                info -> BulkExpectation.of(asked.get(info.reference().orElseThrow())),
                this::ended);
    }

    void remember(String reference, BulkSigningRequest request) { // before it is sent
        asked.put(reference, request);
    }

    @Override
    public RequestKind<BulkSigningResult> kind() {
        return BulkSigningApi.KIND;
    }

    @Override
    public void handle(RequestOutcome<BulkSigningResult> outcome) throws Exception {
        verified.handle(outcome); // verifies, calls ended, tells the gateway
    }

    private void ended(RequestOutcome<?> outcome, Optional<BulkVerification> verification) {
        verification.ifPresent(found -> {
            for (BulkSignature signature :
                    bulkSigning.signatures(outcome.request().businessId())) {
                if (found.accepts(signature)) {
                    archive.put(signature.documentId(), signature); // harmless twice
                }
            }
        });
    }
    // end::handler[]

    Map<String, BulkSignature> archive() {
        return archive;
    }
    // tag::handler[]
}
// end::handler[]
