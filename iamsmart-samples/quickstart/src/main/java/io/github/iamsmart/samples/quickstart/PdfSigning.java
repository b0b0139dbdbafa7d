package io.github.iamsmart.samples.quickstart;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

// tag::pdf-signing[]
@RestController
class PdfSigning {

    record Licence(TokenisedId signer, Path pdf, PreparedPdf prepared, PdfSigningRequest request, Path signed) {}

    private final Map<String, Licence> licences = new ConcurrentHashMap<>(); // yours: a database
    private final IamSmartRequests requests;
    private final VerifiedSigning signing;

    PdfSigning(IamSmartRequests requests, IamSmartClient client, SignatureVerifier verifier) {
        this.requests = requests;
        this.signing = VerifiedSigning.ofPdfs(
                client.signing(), verifier, sent -> licence(sent).request(), this::keep);
    }

    @PostMapping("/licences")
    View sign(TokenisedId user) throws IOException {
        String id = UUID.randomUUID().toString();
        Path folder = Files.createTempDirectory("licence"); // yours: a folder that stays
        Path pdf = folder.resolve("licence.pdf");
        try (PDDocument document = new PDDocument()) { // yours: the PDF to be signed
            document.addPage(new PDPage());
            document.save(pdf.toFile());
        }
        PreparedPdf prepared = new PdfSigner().prepare(pdf, PdfSignatureOptions.DEFAULTS);
        PdfSigningRequest request = new PdfSigningRequest(
                prepared.digest(),
                SigningDetails.builder().documentName("Licence").build());
        licences.put(id, new Licence(user, pdf, prepared, request, folder.resolve("signed.pdf"))); // before it is sent
        return requests.begin(request).reference(id).thenGoTo("/licences/" + id).redirect();
    }

    @EventListener
    void ended(RequestOutcomeEvent<PdfSigningResult> event) throws Exception {
        signing.handle(event.outcome()); // verifies, keeps, tells the gateway
    }

    private Licence licence(RequestInfo sent) {
        return licences.get(sent.reference().orElseThrow());
    }

    private void keep(RequestInfo sent, PdfSigningResult signature, VerificationReport report) throws IOException {
        Licence licence = licence(sent);
        if (report.passed()) {
            new PdfSigner().complete(licence.prepared(), licence.pdf(), signature, licence.signed());
        }
    }

    @GetMapping("/licences/{id}")
    ResponseEntity<?> show(@PathVariable("id") String id, TokenisedId user) {
        Licence licence = licences.get(id);
        return licence != null && licence.signer().equals(user) && Files.exists(licence.signed())
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(new FileSystemResource(licence.signed()))
                : ResponseEntity.ok(
                        "<form method=post action=/licences><button>Signing with iAM Smart</button></form>");
    }
}
// end::pdf-signing[]
