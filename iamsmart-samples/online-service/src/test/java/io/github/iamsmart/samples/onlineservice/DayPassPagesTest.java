package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedBulkSigning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the browser tests cannot see of bulk signing: acknowledgements, files, strangers, logs. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "logging.level.io.github.iamsmart=trace"})
class DayPassPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSES = "/services/day-passes";
    private static final String REPORT = PASSES + "/report";
    private static final String SIGNED = PASSES + "/day-passes-signed.zip";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    @Autowired
    private RequestStore store;

    @Autowired
    private Cases cases;

    private Stallholder stallholder;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        simulator.reset();
        cases.clear(); // what an earlier test has begun
        stallholder = new Stallholder(site(), simulator);
        browser = stallholder.browser();
    }

    @Test
    void everyPassIsSignedAndAcknowledged() throws Exception {
        stallholder.signIn("plus");
        assertThat(browser.get(PASSES).body()).contains("Signing with iAM Smart", "id=\"count\">200<");

        String waiting = begin();
        simulator.approve(stallholder.newest().ticketId());

        HttpResponse<String> report = follow(waiting);
        assertThat(report.uri()).hasPath(REPORT);
        assertThat(report.body()).contains("All 200 passes are signed", "data-standing=\"SIGNED\"");
        assertThat(acknowledgement()).isEqualTo("SR001");
        List<byte[]> pdfs = unzip(SIGNED);
        assertThat(pdfs).hasSize(200);
        try (PDDocument document = Loader.loadPDF(pdfs.get(199))) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            assertThat(new PDFTextStripper().getText(document)).contains("KSM-12-", "I run this stall myself");
        }
        assertThat(browser.post(PASSES).uri()).as("nothing is left to sign").hasPath(REPORT);
    }

    @Test
    void passesWithARevokedCertificateAreRejected() throws Exception {
        stallholder.signIn("revoked-certificate");
        String waiting = begin();
        simulator.approve(stallholder.newest().ticketId());

        assertThat(follow(waiting).body())
                .contains("0 of 200 passes are signed", "id=\"rejected\">200<", "has been revoked")
                .doesNotContain("Every check was passed");
        assertThat(acknowledgement()).isEqualTo("SR002");
    }

    @Test
    void whatWasNotCheckedIsNotPraised() throws Exception {
        simulator.advance(Duration.ofSeconds(61)); // what the authority has said is kept for a minute
        simulator.inject(Fault.of(FaultKind.AUTHORITY_DOWN));
        stallholder.signIn("plus");
        String waiting = begin();
        simulator.approve(stallholder.newest().ticketId());

        assertThat(follow(waiting).body())
                .contains("All 200 passes are signed", "Not everything could be checked", "Nobody could say")
                .doesNotContain("Every check was passed");
    }

    @Test
    void whatCouldNotBeSignedIsSaidAndSignedWithTheNextRequest() throws Exception {
        simulator.inject(Fault.of(FaultKind.BULK_DOCUMENT_UNSIGNED).times(3));
        simulator.inject(Fault.of(FaultKind.SIGNATURE_WRONG).times(2));
        stallholder.signIn("plus");
        String waiting = begin();
        simulator.approve(stallholder.newest().ticketId());

        String report = follow(waiting).body();

        assertThat(report)
                .contains("195 of 200 passes are signed")
                .contains("id=\"missing\">3<", "id=\"rejected\">2<")
                .contains("8 of 200 passes are listed");
        assertThat(count(report, "data-standing=\"REJECTED\"")).isEqualTo(2);
        assertThat(count(browser.get(REPORT + "?all").body(), "data-standing=\"SIGNED\""))
                .isEqualTo(195);
        assertThat(acknowledgements())
                .hasSize(200)
                .containsValue("SR001")
                .containsValue("SR002")
                .containsValue("SR003");
        assertThat(unzip(SIGNED)).hasSize(195);

        waiting = begin();
        assertThat(stallholder.newest().bulkSigning().map(SimulatedBulkSigning::documents))
                .contains(5);
        simulator.approve(stallholder.newest().ticketId());

        assertThat(follow(waiting).body()).contains("All 200 passes are signed");
        assertThat(unzip(SIGNED)).hasSize(200);
    }

    @Test
    void aRequestCanBeWithdrawnUntilTheUserHasBegun() throws Exception {
        stallholder.signIn("plus");
        String waiting = begin();
        await().atMost(PATIENCE).until(() -> withdraw(waiting).uri().getQuery(), query -> "withdrawn".equals(query));
        assertThat(bulk().status()).isEqualTo("cancelled");
        assertThat(stallholder.end(waiting).body()).contains("D71000");

        String second = begin();
        simulator.begin(stallholder.newest().ticketId());

        assertThat(browser.get(PASSES + "/withdrawal?request=" + second.split("/", -1)[3])
                        .body())
                .contains("id=\"do-withdraw\"");
        HttpResponse<String> late = await().atMost(PATIENCE)
                .until(() -> withdraw(second), page -> page.body().contains("too late to withdraw"));
        assertThat(late.body()).as("what is too late stays so").doesNotContain("id=\"do-withdraw\"");
        assertThat(bulk().status()).isEqualTo("in-progress");
    }

    @Test
    void aRequestWhoseTokenHasNotComeCannotBeWithdrawnYet() throws Exception {
        simulator.inject(Fault.of(FaultKind.BULK_TOKEN_DROP));
        stallholder.signIn("plus");
        String waiting = begin();

        assertThat(withdraw(waiting).body()).contains("only just on its way", "id=\"do-withdraw\"");
    }

    @Test
    void whatTheGatewayDidNotHearIsToldAgain() throws Exception {
        simulator.inject(Fault.of(FaultKind.HTML_ERROR).onPath("/account/bdss/ackResult"));
        stallholder.signIn("plus");
        String waiting = begin();
        simulator.approve(stallholder.newest().ticketId());

        assertThat(follow(waiting).body()).contains("All 200 passes are signed");
        assertThat(acknowledgement()).isEqualTo("SR001");
        assertThat(unzip(SIGNED)).as("after the second delivery").hasSize(200);
    }

    @Test
    void signaturesForPassesThatAreGoneAreRejected() throws Exception {
        stallholder.signIn("plus");
        begin();
        browser.post("/sign-out");

        simulator.approve(stallholder.newest().ticketId());

        assertThat(acknowledgement()).isEqualTo("SR002");
    }

    @Test
    void aRefusalForPassesThatAreGoneIsOverWhateverTheGatewayMakesOfThat() throws Exception {
        simulator.inject(Fault.of(FaultKind.ERROR_CODE)
                .onPath("/account/bdss/ackResult")
                .code("D71006")
                .times(0));
        stallholder.signIn("plus");
        begin();
        BusinessId id = new BusinessId(stallholder.newest().businessId().orElseThrow());
        browser.post("/sign-out");

        simulator.reject(stallholder.newest().ticketId());

        await().atMost(PATIENCE)
                .until(() ->
                        simulator.log().stream().anyMatch(entry -> entry.path().endsWith("/ackResult")));
        await().atMost(PATIENCE).until(() -> store.find(id).orElseThrow().status() == RequestStatus.DELIVERED);
    }

    @Test
    void nobodyElseGetsThePasses() throws Exception {
        stallholder.signIn("plus");
        String waiting = begin();
        for (String page : List.of("/day-passes-signed.zip", "/report")) {
            assertThat(browser.get(PASSES + page).uri().getPath())
                    .as("not signed yet")
                    .isIn(PASSES, SIGNED);
        }
        assertThat(browser.get(SIGNED).statusCode()).isEqualTo(404);

        stallholder.signIn("basic");

        for (String page : List.of("/day-passes.zip", "/preview.png", "/day-passes-signed.zip")) {
            assertThat(browser.get(PASSES + page).statusCode())
                    .as("the next who signs in there")
                    .isEqualTo(404);
        }
        assertThat(browser.get(waiting).statusCode()).isEqualTo(404);
        assertThat(new Browser(site()).get(PASSES + "/day-passes.zip").uri()).hasPath("/sign-in");
    }

    @Test
    void aPassShowsWhoAppliedButNoNumberOfAnIdentityCard(CapturedOutput output) throws Exception {
        stallholder.signIn("plus");
        stallholder.apply();
        begin();

        try (PDDocument document =
                Loader.loadPDF(unzip(PASSES + "/day-passes.zip").get(0))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("SAMPLE, Plus", "Paper kites", "Application")
                    .doesNotContain("B000", "1979", "Imaginary Road");
        }
        simulator.approve(stallholder.newest().ticketId());
        await().atMost(PATIENCE).until(() -> bulk().status().equals("completed"));
        assertThat(output.getAll()).doesNotContainIgnoringCase("b000002").doesNotContain("SAMPLE, Plus");
    }

    /** Presses the button, and returns the waiting page. */
    private String begin() throws Exception {
        String page = browser.post(PASSES).uri().getPath();
        assertThat(page).startsWith("/iamsmart/requests/");
        return page;
    }

    private HttpResponse<String> follow(String waiting) {
        return stallholder.follow(waiting);
    }

    private HttpResponse<String> withdraw(String waiting) throws Exception {
        return browser.post(PASSES + "/withdrawal", Map.of("request", waiting.split("/", -1)[3]));
    }

    private List<byte[]> unzip(String path) throws IOException, InterruptedException {
        List<byte[]> files = new ArrayList<>();
        try (ZipInputStream archive = new ZipInputStream(
                new ByteArrayInputStream(browser.download(path).body()))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.add(archive.readAllBytes());
            }
        }
        return files;
    }

    private static int count(String page, String text) {
        return page.split(text, -1).length - 1;
    }

    private SimulatedBulkSigning bulk() {
        return stallholder.newest().bulkSigning().orElseThrow();
    }

    /** Waits for what the site tells the gateway of all passes alike. */
    private String acknowledgement() {
        return await().atMost(PATIENCE)
                .until(() -> stallholder.newest().acknowledged(), Optional::isPresent)
                .orElseThrow();
    }

    private Map<String, String> acknowledgements() {
        return await().atMost(PATIENCE).until(() -> bulk().acknowledged(), answers -> !answers.isEmpty());
    }

    private URI site() {
        return URI.create("http://localhost:" + port);
    }
}
