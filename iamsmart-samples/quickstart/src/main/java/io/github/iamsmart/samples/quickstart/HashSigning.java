package io.github.iamsmart.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.signing.verification.VerifiedSigning;
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

// tag::hash-signing[]
@RestController
class HashSigning {

    record Contract(TokenisedId signer, HashSigningRequest request) {}

    record Signed(HashSigningResult signature, VerificationReport report) {}

    private final Map<String, Contract> contracts = new ConcurrentHashMap<>(); // yours: a database
    private final Map<String, Signed> archive = new ConcurrentHashMap<>();
    private final IamSmartRequests requests;
    private final VerifiedSigning signing;

    HashSigning(IamSmartRequests requests, IamSmartClient client, SignatureVerifier verifier) {
        this.requests = requests;
        this.signing = VerifiedSigning.ofHashes(
                client.signing(),
                verifier,
                sent -> contracts.get(sent.reference().orElseThrow()).request(),
                (sent, signature, report) ->
                        archive.put(sent.reference().orElseThrow(), new Signed(signature, report)));
    }

    @PostMapping("/contracts")
    View sign(TokenisedId user) {
        String id = UUID.randomUUID().toString();
        HashSigningRequest request = new HashSigningRequest(
                DocumentDigest.of(("Contract " + id).getBytes(UTF_8)), // or of a file
                SigningDetails.builder().documentName("Contract").build());
        contracts.put(id, new Contract(user, request)); // before it is sent: what will be verified
        return requests.begin(request)
                .reference(id)
                .thenGoTo("/contracts/" + id)
                .redirect();
    }

    @EventListener
    void ended(RequestOutcomeEvent<HashSigningResult> event) throws Exception {
        signing.handle(event.outcome()); // verifies, archives, tells the gateway
    }

    @GetMapping("/contracts/{id}")
    String show(@PathVariable("id") String id, TokenisedId user) {
        return Optional.ofNullable(contracts.get(id))
                .filter(contract -> contract.signer().equals(user))
                .flatMap(contract -> Optional.ofNullable(archive.get(id)))
                .map(signed -> "The signature is " + (signed.report().passed() ? "good" : "not good"))
                .orElse("<form method=post action=/contracts><button>Signing with iAM Smart</button></form>");
    }
}
// end::hash-signing[]
