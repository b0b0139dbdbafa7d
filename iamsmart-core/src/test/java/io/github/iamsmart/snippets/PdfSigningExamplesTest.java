package io.github.iamsmart.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PdfStamp;
import io.github.iamsmart.signing.pdf.PdfVerifier;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/pdf-signing.md; the module {@code documentation} holds the two together. */
@Timeout(60)
class PdfSigningExamplesTest {

    private final SigningWorld world;
    private final IamSmartClient client;
    private final URI callbackUri;
    private final SignatureVerifier verifier;
    private final Map<String, String> kept = new HashMap<>();
    private final List<String> refused = new ArrayList<>();

    @TempDir
    Path folder;

    private Path permit;
    private Path signedPermit;

    PdfSigningExamplesTest() throws Exception {
        world = new SigningWorld();
        client = world.client;
        callbackUri = world.callbackUri;
        verifier = SignatureVerifier.builder().trustAnchors(world.roots()).build();
    }

    @BeforeEach
    void write() throws IOException {
        permit = folder.resolve("permit.pdf");
        signedPermit = folder.resolve("permit-signed.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(permit.toFile());
        }
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private InitiatedRequest begin(AccessToken token, PdfSignatureOptions how) throws IOException {
        // tag::prepare[]
        PreparedPdf prepared = new PdfSigner().prepare(permit, how); // PdfSignatureOptions.DEFAULTS: not seen on a page
        kept.put("permit-7", prepared.encoded()); // your database: some kilobytes, and no secret

        PdfSigningRequest request = new PdfSigningRequest(
                prepared.digest(),
                SigningDetails.builder()
                        .department("Permit Office")
                        .serviceName("Beach permits")
                        .documentName("Permit P-7")
                        .build());
        InitiatedRequest sent = client.signing()
                .initiatePdf(
                        token,
                        request,
                        RequestOptions.builder()
                                .callbackUri(callbackUri) // registered
                                .reference("permit-7")
                                .build());
        String digits = client.signing().identificationCode(token, prepared.digest());
        // end::prepare[]
        assertThat(digits)
                .isEqualTo(world.request(sent.businessId()).identificationCode().orElseThrow());
        return sent;
    }

    // tag::complete[]
    private VerifiedSigning handler() { // on this node or another one, minutes later
        return new VerifiedSigning(
                client.signing(),
                verifier,
                info -> ExpectedSignature.of(new PdfSigningRequest(
                        preparedFor(info.reference().orElseThrow()).digest(),
                        SigningDetails.builder().build())), // the same signer(…), if you named one
                this::ended);
    }

    private PreparedPdf preparedFor(String reference) {
        return PreparedPdf.decode(kept.get(reference));
    }

    private void ended(RequestOutcome<?> outcome, Optional<VerificationReport> report) throws IOException {
        if (outcome instanceof Completed<?> completed
                && completed.result() instanceof PdfSigningResult result
                && report.orElseThrow().passed()) {
            PreparedPdf prepared = preparedFor(outcome.request().reference().orElseThrow());
            Path unfinished = Files.createTempFile(folder, "signed", ".pdf");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                new PdfSigner().complete(prepared, permit, result, out);
            }
            Files.move(unfinished, signedPermit, StandardCopyOption.ATOMIC_MOVE); // harmless twice
        } else {
            refused.add(outcome.userMessage(Locale.ENGLISH).orElse("The signature is not valid."));
        }
    }
    // end::complete[]

    private List<VerificationReport> verifyTheFile() throws IOException {
        // tag::verify[]
        List<VerificationReport> reports = new PdfVerifier(verifier).verify(signedPermit);
        boolean good = !reports.isEmpty() && reports.stream().allMatch(VerificationReport::passed);
        // end::verify[]
        assertThat(good).isEqualTo(reports.stream().allMatch(VerificationReport::passed));
        return reports;
    }

    private static PdfSignatureOptions stamped(byte[] font) {
        // tag::stamp[]
        PdfSignatureOptions stamped = PdfSignatureOptions.builder()
                .reason("Application for a permit")
                .location("Hong Kong")
                .reservedBytes(64 * 1024) // 32 KiB unless set
                .stamp(new PdfStamp(
                        1, // page, from 1
                        72, // points from the left
                        72, // points from the bottom
                        200, // width
                        48, // height
                        PdfStamp.Appearance.text("Signed with iAM Smart+", "Permit P-7")
                                .font(font))) // the bytes of a TrueType file that has every character
                .build();
        // end::stamp[]
        return stamped;
    }

    private void sign(PdfSignatureOptions how) throws IOException {
        InitiatedRequest sent = begin(world.signIn("plus"), how);
        world.sign(sent.businessId());
        client.requests().deliverDue(handler());
        assertThat(refused).isEmpty();
        assertThat(world.request(sent.businessId()).acknowledged()).contains("SR001");
    }

    @Test
    void aPdfIsSignedInTwoSteps() throws Exception {
        sign(PdfSignatureOptions.DEFAULTS);

        assertThat(verifyTheFile())
                .singleElement()
                .satisfies(report ->
                        assertThat(report.passed()).as(report.toString()).isTrue());
    }

    @Test
    void aStampIsWrittenInAFontOfYourOwn() throws Exception {
        byte[] font;
        try (InputStream file =
                PDType0Font.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = Objects.requireNonNull(file).readAllBytes();
        }
        sign(stamped(font));

        assertThat(verifyTheFile()).hasSize(1).allMatch(VerificationReport::passed);
    }

    @Test
    void aSecondSignatureLeavesTheFirstGood() throws Exception {
        sign(PdfSignatureOptions.DEFAULTS);
        permit = Files.move(signedPermit, folder.resolve("once.pdf"));

        sign(PdfSignatureOptions.DEFAULTS);

        assertThat(verifyTheFile()).hasSize(2).allMatch(VerificationReport::passed);
    }

    @Test
    void whatIsAppendedLaterIsFound() throws Exception {
        sign(PdfSignatureOptions.DEFAULTS);
        Files.writeString(signedPermit, "% later\n", StandardOpenOption.APPEND);

        assertThat(verifyTheFile())
                .singleElement()
                .satisfies(report ->
                        assertThat(report.failures()).extracting(Finding::check).containsExactly(Check.BYTE_RANGE));
    }

    @Test
    void aPdfThatWasChangedBetweenTheStepsIsRefused() throws Exception {
        InitiatedRequest sent = begin(world.signIn("plus"), PdfSignatureOptions.DEFAULTS);
        Files.writeString(permit, "% later\n", StandardOpenOption.APPEND);
        world.sign(sent.businessId());
        List<PdfSigningResult> results = new ArrayList<>();
        client.requests().deliverDue(outcome -> results.add((PdfSigningResult) ((Completed<?>) outcome).result()));

        assertThatThrownBy(() -> new PdfSigner()
                        .complete(preparedFor("permit-7"), permit, results.get(0), OutputStream.nullOutputStream()))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("changed since");
    }
}
