package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the browser tests cannot see of signing: acknowledgements, files, strangers, logs. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "logging.level.io.github.iamsmart=trace"})
class SigningPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String APPLICATION = "/services/signing/application";
    private static final String TERMS = "/services/signing/terms";
    private static final String ANONYMOUS_TERMS = "/signing/terms";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    private Stallholder stallholder;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        simulator.reset();
        stallholder = new Stallholder(site(), simulator);
        browser = stallholder.browser();
    }

    @Test
    void aSignedApplicationIsAcknowledgedAndCanBeDownloaded() throws Exception {
        stallholder.signIn("plus");
        stallholder.apply();
        assertThat(browser.get(APPLICATION).body()).contains("Signing with iAM Smart");

        HttpResponse<String> waiting = browser.post(APPLICATION);
        assertThat(waiting.body())
                .contains(stallholder.newest().identificationCode().orElseThrow());
        String businessId = stallholder.newest().businessId().orElseThrow();
        stallholder.answer();

        HttpResponse<String> report = stallholder.follow(waiting.uri().getPath());
        assertThat(report.uri()).hasPath(APPLICATION + "/report");
        assertThat(report.body())
                .contains("data-conclusion=\"GOOD\"", "Your signature is good: every check was passed")
                .contains("data-check=\"BYTE_RANGE\" data-verdict=\"PASSED\"")
                .contains("data-check=\"LATER_CHANGES\" data-verdict=\"PASSED\"")
                .contains("data-check=\"REVOCATION\" data-verdict=\"PASSED\"")
                .doesNotContain("??sign.check")
                .doesNotContain("data-verdict=\"SKIPPED\"")
                .doesNotContain("data-verdict=\"FAILED\"");
        assertThat(acknowledgement(businessId)).isEqualTo("SR001");
        HttpResponse<byte[]> pdf = browser.download(APPLICATION + "/signed.pdf");
        assertThat(pdf.headers().firstValue("Cache-Control")).contains("no-store");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("SAMPLE, Plus", "Paper kites", "KSM-")
                    .doesNotContain("B000002");
        }
    }

    @Test
    void thePreviewIsAPictureOfThePage() throws Exception {
        stallholder.signIn("plus");
        stallholder.apply();
        browser.get(APPLICATION);

        byte[] png = browser.download(APPLICATION + "/preview.png").body();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(800);
    }

    @Test
    void aTextHasNoPictureAndNoSignedPdf() throws Exception {
        stallholder.signIn("plus");
        for (String place : List.of(TERMS, "/signing/terms")) {
            Browser reader = place.equals(TERMS) ? browser : new Browser(site());
            assertThat(reader.get(place).statusCode()).isEqualTo(200);

            assertThat(reader.get(place + "/preview.png").statusCode()).isEqualTo(404);
            assertThat(reader.get(place + "/signed.pdf").statusCode()).isEqualTo(404);
            assertThat(reader.get(place + "/paper").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseGetsThePapers() throws Exception {
        stallholder.signIn("plus");
        stallholder.apply();
        browser.get(APPLICATION);
        Browser stranger = new Browser(site());
        stranger.get("/signing/application");

        for (String page : List.of("/paper", "/preview.png", "/signed.pdf")) {
            assertThat(stranger.get("/signing/application" + page).statusCode()).isEqualTo(404);
        }
        assertThat(browser.get(APPLICATION + "/signed.pdf").statusCode())
                .as("not signed yet")
                .isEqualTo(404);
        stallholder.signIn("basic");
        assertThat(browser.get(APPLICATION + "/paper").statusCode())
                .as("the next who signs in there")
                .isEqualTo(404);
    }

    @Test
    void aSignatureByACertificateThatHasEndedIsRejected() throws Exception {
        stallholder.signIn("expired-certificate");
        HttpResponse<String> waiting = browser.post(TERMS);
        String businessId = stallholder.newest().businessId().orElseThrow();
        stallholder.answer();

        HttpResponse<String> report = stallholder.follow(waiting.uri().getPath());

        assertThat(report.body())
                .contains("This signature cannot be accepted")
                .contains("data-check=\"VALIDITY_AT_SIGNING_TIME\" data-verdict=\"FAILED\"");
        assertThat(acknowledgement(businessId)).isEqualTo("SR002");
    }

    @Test
    void aSignatureByARevokedCertificateIsRejected() throws Exception {
        stallholder.signIn("revoked-certificate");
        HttpResponse<String> waiting = browser.post(TERMS);
        String businessId = stallholder.newest().businessId().orElseThrow();
        stallholder.answer();

        String report = stallholder.follow(waiting.uri().getPath()).body();

        assertThat(report)
                .contains("data-conclusion=\"NOT_GOOD\"", "This signature cannot be accepted")
                .contains("data-check=\"REVOCATION\" data-verdict=\"FAILED\"")
                .doesNotContain("signature is good", "every check was passed", "signed.pdf");
        assertThat(acknowledgement(businessId)).isEqualTo("SR002");
    }

    @Test
    void whereNobodySaysWhatIsRevokedThePageSaysSo() throws Exception {
        simulator.advance(Duration.ofSeconds(61)); // what the authority has said is kept for a minute
        simulator.inject(Fault.of(FaultKind.AUTHORITY_DOWN));
        stallholder.signIn("plus");
        HttpResponse<String> waiting = browser.post(TERMS);
        String businessId = stallholder.newest().businessId().orElseThrow();
        stallholder.answer();

        String report = stallholder.follow(waiting.uri().getPath()).body();

        assertThat(report)
                .contains("data-conclusion=\"GOOD_AS_FAR_AS_CHECKED\"", "good as far as it was checked")
                .contains("Not checked:", "<li>Not revoked</li>")
                .contains("data-check=\"REVOCATION\" data-verdict=\"SKIPPED\"")
                .doesNotContain("every check was passed");
        assertThat(acknowledgement(businessId)).isEqualTo("SR001");
    }

    /** The authority's answers are as old as the time of the simulator, and the site judges them by it. */
    @Test
    void theTimeOfTheSimulatorCounts() throws Exception {
        simulator.advance(Duration.ofDays(40));
        stallholder.signIn("plus");
        HttpResponse<String> waiting = browser.post(TERMS);
        stallholder.answer();

        assertThat(stallholder.follow(waiting.uri().getPath()).body()).contains("data-conclusion=\"GOOD\"");
    }

    @Test
    void aRequestThatNobodyAnswersIsAcknowledgedToo() throws Exception {
        stallholder.signIn("plus");
        browser.post(TERMS);
        String businessId = stallholder.newest().businessId().orElseThrow();

        simulator.timeout(stallholder.newest().ticketId());

        assertThat(acknowledgement(businessId)).isEqualTo("SR003");
    }

    @Test
    void aSignatureForAPaperThatIsGoneIsRejected() throws Exception {
        stallholder.signIn("plus");
        browser.post(TERMS);
        String businessId = stallholder.newest().businessId().orElseThrow();
        browser.post("/sign-out");

        stallholder.answer();

        assertThat(acknowledgement(businessId)).isEqualTo("SR002");
    }

    @Test
    void anAnonymousSignerIsAskedForANumberWithItsCheckDigit() throws Exception {
        for (String wrong : List.of("", "B000002", "B000002(3)")) {
            HttpResponse<String> page = browser.post(ANONYMOUS_TERMS, Map.of("hkic", wrong));
            assertThat(page.uri()).hasPath(ANONYMOUS_TERMS);
            assertThat(page.body()).contains("aria-invalid=\"true\"");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void nothingOfTheSignerIsLogged(CapturedOutput output) throws Exception {
        browser.post(ANONYMOUS_TERMS, Map.of("hkic", "b000002(2)"));
        URI back = simulator
                .approve(stallholder.newest().ticketId(), "plus")
                .redirect()
                .orElseThrow();
        String waiting = browser.get(back.toString()).uri().getPath();
        if (!waiting.endsWith("/report")) {
            stallholder.follow(waiting);
        }
        assertThat(browser.get(ANONYMOUS_TERMS + "/report").uri()).hasPath(ANONYMOUS_TERMS + "/report");

        assertThat(output.getAll())
                .doesNotContainIgnoringCase("b000002")
                .doesNotContain("SAMPLE, Plus")
                .doesNotContain("HKICHash\":\"");
    }

    @Test
    void pagesWithoutAPaperLeadToItsBeginning() throws Exception {
        assertThat(browser.get("/signing/application").uri()).hasPath("/permit/new");
        assertThat(browser.get(ANONYMOUS_TERMS + "/report").uri()).hasPath(ANONYMOUS_TERMS);
        assertThat(browser.get("/signing/unknown").statusCode()).isEqualTo(404);
        stallholder.signIn("plus");
        assertThat(browser.get(APPLICATION).uri()).hasPath("/services/permit");
        assertThat(browser.get(ANONYMOUS_TERMS).uri()).hasPath(TERMS);
    }

    /** Waits for what the site tells the gateway of a signature. */
    private String acknowledgement(String businessId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> simulator.findByBusinessId(businessId).flatMap(SimulatedRequest::acknowledged),
                        Optional::isPresent)
                .orElseThrow();
    }

    private URI site() {
        return URI.create("http://localhost:" + port);
    }
}
