package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody with a browser and with the phone of the simulator. */
final class Stallholder {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> BY_HAND = Map.of(
            "englishName", "SAMPLE, Plus",
            "chineseName", "例加加",
            "idNumber", "B000002(2)",
            "birthDate", "1979-11-30",
            "mobile", "5000 0203",
            "email", "plus@example.com",
            "address", "1 Imaginary Road\nKowloon",
            "stall", "12",
            "goods", "Paper kites");

    private final IamSmartSimulator simulator;
    private final Browser browser;

    Stallholder(URI site, IamSmartSimulator simulator) {
        this.simulator = simulator;
        this.browser = new Browser(site);
    }

    Browser browser() {
        return browser;
    }

    void signIn(String persona) throws IOException, InterruptedException {
        browser.get("/iamsmart/login?returnTo=/services");
        URI callback =
                simulator.approve(newest().ticketId(), persona).redirect().orElseThrow();
        assertThat(browser.get(callback.toString()).uri()).hasPath("/services");
    }

    /** Fills the application for a permit in by hand, and submits it. */
    void apply() throws IOException, InterruptedException {
        browser.post("/services/permit", Map.of("by", "hand"));
        assertThat(browser.post("/services/permit/form", BY_HAND).uri()).hasPath("/services/permit/review");
        String waiting = browser.post("/services/permit/review").uri().getPath();
        answer();
        assertThat(follow(waiting).uri()).hasPath("/services/permit/receipt");
    }

    /** Approves, and waits until the callback has been sent. */
    void answer() {
        String ticket = newest().ticketId();
        simulator.approve(ticket);
        assertThat(simulator.awaitCallback(ticket, PATIENCE).status()).isEqualTo("delivered");
    }

    /** Loads a page that waits again, as it does by itself, until it has led on. */
    HttpResponse<String> follow(String waiting) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.get(waiting), page -> !page.uri().getPath().equals(waiting));
    }

    /** The same for a request that brings nothing: the page says why. */
    HttpResponse<String> end(String waiting) {
        return await().atMost(PATIENCE)
                .until(() -> browser.get(waiting), page -> page.body().contains("id=\"again\""));
    }

    /** The request that came last. */
    SimulatedRequest newest() {
        List<SimulatedRequest> requests = simulator.requests();
        return requests.get(requests.size() - 1);
    }
}
