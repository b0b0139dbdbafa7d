package io.github.iamsmart.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.signing.pdf.PdfVerifier;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Every flow from the button to the result, over HTTP, with nothing but what the guide shows. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iamsmart.simulator.port=0")
class QuickstartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    SignatureVerifier verifier;

    @Value("${local.server.port}")
    int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port, simulator);
    }

    @AfterEach
    void clear() {
        simulator.clearFaults();
    }

    private static String text(HttpResponse<byte[]> page) {
        return new String(page.body(), UTF_8);
    }

    /** Waits as a page without scripts does, until it leads elsewhere. */
    private HttpResponse<byte[]> afterWaiting(HttpResponse<byte[]> waiting) {
        return await().atMost(PATIENCE)
                .until(
                        () -> visitor.get(waiting.uri()),
                        page -> !page.uri().getPath().startsWith("/iamsmart/"));
    }

    @Test
    void signsIn() throws Exception {
        assertThat(text(visitor.get("/"))).contains("/iamsmart/login");

        assertThat(text(visitor.signIn("basic"))).startsWith("Signed in: ");

        assertThat(text(visitor.get("/"))).startsWith("Signed in: ");
    }

    @ParameterizedTest
    @CsvSource({
        "/permits,   /permits/,   Permit for",
        "/contracts, /contracts/, The signature is good",
        "/licences,  /licences/,  %PDF-",
        "/batches,   /batches/,   30 of 30 day passes are signed",
        "/payments,  /payments/,  Paid"
    })
    void theResultIsThereWhenTheBrowserArrivesAndOnlyForItsUser(String button, String page, String result)
            throws Exception {
        visitor.signIn("plus");
        simulator.inject(Fault.of(FaultKind.CALLBACK_DUPLICATE));

        HttpResponse<byte[]> waiting = visitor.press(button);
        assertThat(waiting.uri().getPath()).startsWith("/iamsmart/requests/");
        simulator.approve(visitor.newest().ticketId());

        HttpResponse<byte[]> arrived = afterWaiting(waiting);
        assertThat(arrived.uri().getPath()).startsWith(page);
        assertThat(text(arrived)).startsWith(result);
        Visitor another = new Visitor(port, simulator);
        another.signIn("basic");
        assertThat(text(another.get(arrived.uri())))
                .startsWith("<form")
                .contains(button)
                .doesNotContain(result);
    }

    @ParameterizedTest
    @CsvSource({"/contracts", "/licences", "/batches"})
    void theGatewayHearsThatTheSignatureWasAccepted(String button) throws Exception {
        visitor.signIn("plus");

        HttpResponse<byte[]> waiting = visitor.press(button);
        String ticket = visitor.newest().ticketId();
        simulator.approve(ticket);
        afterWaiting(waiting);

        assertThat(simulator.requests())
                .filteredOn(request -> request.ticketId().equals(ticket))
                .singleElement()
                .satisfies(request -> assertThat(request.acknowledged()).contains("SR001"));
    }

    @Test
    void thePdfCarriesAGoodSignature(@TempDir Path folder) throws Exception {
        visitor.signIn("plus");

        HttpResponse<byte[]> waiting = visitor.press("/licences");
        simulator.approve(visitor.newest().ticketId());
        HttpResponse<byte[]> pdf = afterWaiting(waiting);

        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        List<VerificationReport> reports =
                new PdfVerifier(verifier).verify(Files.write(folder.resolve("licence.pdf"), pdf.body()));
        assertThat(reports)
                .singleElement()
                .satisfies(report ->
                        assertThat(report.passed()).as(report.toString()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"/permits", "/contracts", "/licences", "/batches", "/payments"})
    void aRefusalIsToldAndLeavesNoResult(String button) throws Exception {
        visitor.signIn("plus");
        HttpResponse<byte[]> waiting = visitor.press(button);
        String ticket = visitor.newest().ticketId();

        simulator.reject(ticket);

        HttpResponse<byte[]> told = await().atMost(PATIENCE)
                .until(() -> visitor.get(waiting.uri()), page -> text(page).contains("declined"));
        assertThat(told.uri()).isEqualTo(waiting.uri());
    }

    @ParameterizedTest
    @CsvSource({"/permits", "/contracts", "/licences", "/batches", "/payments"})
    void whoIsNotSignedInIsAskedToSignIn(String button) throws Exception {
        HttpResponse<byte[]> gateway = visitor.press(button);

        HttpResponse<byte[]> page = visitor.approveSignIn(gateway, "plus");

        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void theFormOfAStrangerIsFilledAndNobodyElseSeesIt() throws Exception {
        assertThat(text(visitor.get("/enquiry"))).contains("<form method=post>");

        HttpResponse<byte[]> gateway = visitor.press("/enquiry");
        HttpResponse<byte[]> page = visitor.approveSignIn(gateway, "basic");
        HttpResponse<byte[]> arrived = page.uri().getPath().equals("/enquiry") ? page : afterWaiting(page);

        assertThat(arrived.uri().getPath()).isEqualTo("/enquiry");
        assertThat(text(arrived)).startsWith("We answer to ");
        assertThat(text(new Visitor(port, simulator).get("/enquiry"))).contains("<form method=post>");
    }
}
