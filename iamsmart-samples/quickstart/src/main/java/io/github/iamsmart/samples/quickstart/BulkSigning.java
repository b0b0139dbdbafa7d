package io.github.iamsmart.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkExpectation;
import io.github.iamsmart.bulksigning.BulkSignature;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.bulksigning.BulkVerifier;
import io.github.iamsmart.bulksigning.VerifiedBulkSigning;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

// tag::bulk-signing[]
@RestController
class BulkSigning {

    record Batch(TokenisedId signer, BulkSigningRequest request, Map<String, BulkSignature> signatures) {}

    private final Map<String, Batch> batches = new ConcurrentHashMap<>(); // yours: a database
    private final IamSmartRequests requests;
    private final BulkSigningApi bulkSigning;
    private final VerifiedBulkSigning signing;

    BulkSigning(IamSmartRequests requests, IamSmartClient client, SignatureVerifier verifier) {
        this.requests = requests;
        this.bulkSigning = client.bulkSigning();
        this.signing = new VerifiedBulkSigning(
                bulkSigning,
                new BulkVerifier(verifier),
                sent -> BulkExpectation.of(batch(sent.reference()).request()),
                this::keep);
    }

    @PostMapping("/batches")
    View sign(TokenisedId user) {
        String id = UUID.randomUUID().toString();
        BulkSigningRequest.Builder request =
                BulkSigningRequest.builder().serviceName("Market").requestName("Day passes");
        for (int day = 1; day <= 30; day++) {
            DocumentDigest pass = DocumentDigest.of(("Day pass " + day + " of " + id).getBytes(UTF_8)); // or of a file
            request.document(BulkDocument.hash("pass-" + day, "Day pass " + day, pass));
        }
        batches.put(id, new Batch(user, request.build(), new ConcurrentHashMap<>())); // before it is sent
        return requests.begin(request.build())
                .reference(id)
                .thenGoTo("/batches/" + id)
                .redirect();
    }

    @EventListener
    void ended(RequestOutcomeEvent<BulkSigningResult> event) throws Exception {
        signing.handle(event.outcome()); // verifies, keeps, tells the gateway
    }

    private void keep(RequestOutcome<?> outcome, Optional<BulkVerification> verification) {
        verification.ifPresent(found -> {
            for (BulkSignature signature :
                    bulkSigning.signatures(outcome.request().businessId())) {
                if (found.accepts(signature)) {
                    batch(outcome.request().reference()).signatures().put(signature.documentId(), signature);
                }
            }
        });
    }

    private Batch batch(Optional<String> id) {
        return batches.get(id.orElseThrow());
    }

    @GetMapping("/batches/{id}")
    String show(@PathVariable("id") String id, TokenisedId user) {
        return Optional.ofNullable(batches.get(id))
                .filter(batch -> batch.signer().equals(user))
                .map(batch -> batch.signatures().size() + " of "
                        + batch.request().documents().size() + " day passes are signed")
                .orElse("<form method=post action=/batches><button>Signing with iAM Smart</button></form>");
    }
}
// end::bulk-signing[]
