package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What the site shows beside the simulator only. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iamsmart.simulator.port=0")
class SimulatedPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    private Stallholder stallholder;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        simulator.reset();
        stallholder = new Stallholder(URI.create("http://localhost:" + port), simulator);
        browser = stallholder.browser();
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, basic, /services/permit",
        "SIGNATURE, plus, /services/signing/terms",
        "PDF, plus, /services/signing/application",
        "PASSES, plus, /services/day-passes"
    })
    void theTourSignsTheRightPersonaInAndLeadsToTheFlow(String stop, String persona, String path) throws Exception {
        assertThat(browser.get("/").body()).contains("id=\"tour-" + stop + "\"");

        browser.get("/tour/" + stop + "/begin"); // ends on the page with the QR code
        SimulatedRequest answered = await().atMost(PATIENCE)
                .until(stallholder::newest, request -> request.status().equals("approved"));

        assertThat(answered.personaId()).contains(persona);
        browser.get("/tour/" + stop); // without the way back, which a browser finds by script
        assertThat(browser.get(path).uri()).hasPath("/sign-in");
        stallholder.signIn(persona);
        assertThat(browser.get("/tour/" + stop).uri()).hasPath(path);
    }

    @Test
    void behindAPageAreItsCallsTheCallbackInBothFormsTheCodeAndTheChapter() throws Exception {
        stallholder.signIn("basic");
        assertThat(browser.get("/behind?path=/services/permit").body()).contains("Nothing has been asked yet");
        String waiting = browser.post("/services/permit").uri().getPath();
        stallholder.answer();
        stallholder.follow(waiting);

        for (String path : List.of("/services/permit", waiting)) {
            String page = browser.get("/behind?path=" + path).body();

            assertThat(page)
                    .contains("data-direction=\"CALL\"", "data-direction=\"CALLBACK\"", "/eme/initiateRequest")
                    .contains("As it was sent, encrypted", "The same, decrypted", "TESTMAN, Basic")
                    .contains("requests.beginAnonymous(form(locale))", "docs/form-filling.md")
                    .doesNotContain("tag::");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, sign-in",
        "/services, sign-in",
        "/services/permit/review, re-authentication",
        "/permit/new, form-filling",
        "/services/signing/terms, signing",
        "/services/signing/application, pdf-signing",
        "/services/day-passes, bulk-signing",
        "/services/particulars, form-filling"
    })
    void everyFlowHasItsCodeAndItsChapter(String path, String chapter) throws Exception {
        String page = browser.get("/behind?path=" + path).body();

        assertThat(page).contains("docs/" + chapter + ".md").containsPattern("<pre[^>]*class=\"code\">\\s*\\S");
    }
}
