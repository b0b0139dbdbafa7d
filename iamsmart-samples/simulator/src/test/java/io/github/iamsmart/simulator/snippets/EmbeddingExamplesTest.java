package io.github.iamsmart.simulator.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.CertificateState;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedPersona;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddingExamplesTest {
    private static final URI CALLBACK = URI.create("https://permits.example.org/callback");

    @Test
    void embeds() throws Exception {
        PublicKey kekPublicKey = publicKey();
        // tag::embed[]
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) { // 127.0.0.1, any free port
            simulator.register(new ClientRegistration(
                    "permits", // clientID
                    "a secret of the test",
                    kekPublicKey,
                    Set.of(URI.create("https://permits.example.org/callback")),
                    Set.of("eidapi_auth")));

            openInBrowser(simulator, "permits"); // your service, with simulator.baseUrl() as its gateway

            String ticket = simulator.requests().get(0).ticketId();
            Outcome outcome = simulator.approve(ticket, "plus"); // or reject, cancel, fail, timeout
            URI browserGoesTo = outcome.redirect().orElseThrow(); // …/callback?code=…&state=…
            assertThat(browserGoesTo).hasParameter("code").hasParameter("state", "abc");
        }
        // end::embed[]
    }

    @Test
    void configures() {
        // tag::configure[]
        IamSmartSimulator simulator = IamSmartSimulator.builder()
                .port(0) // any free one; the default
                .tlsPort(0) // TLS beside it, on another port
                .timestampTolerance(Duration.ZERO) // the rule to the letter
                .cekLifetime(Duration.ofMinutes(10))
                .start();
        // end::configure[]
        try (simulator) {
            assertThat(simulator.tlsBaseUrl()).isPresent().isNotEqualTo(simulator.baseUrl());
        }
    }

    @Test
    void injects() throws Exception {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            simulator.register(ClientRegistration.withGeneratedSecret(publicKey(), CALLBACK));
            // tag::fault[]
            simulator.inject(Fault.of(FaultKind.ERROR_CODE)
                    .code("D20000")
                    .onPath("/auth/getToken")
                    .times(2));
            simulator.inject(Fault.of(FaultKind.SLOW_DRIP).forClient("permits").delay(Duration.ofMillis(50)));
            // end::fault[]
            assertThat(simulator.faults()).hasSize(2);
        }
    }

    @Test
    void addsAPersona() {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            // tag::persona[]
            simulator.addPersona(SimulatedPersona.copyOf("plus", "my-user")
                    .englishName("CHAN, Siu Ming")
                    .hkic("A123456(3)")
                    .birthDate(LocalDate.of(1990, 1, 31))
                    .eme("emailAddress", "\"siu.ming@example.com\"") // as JSON
                    .certificate(CertificateState.REVOKED)
                    .tokenisedId("permits", "user%2B1")
                    .build());
            // end::persona[]
            assertThat(simulator.personaIds()).endsWith("my-user");
        }
    }

    @Test
    void picksInTheCatalogue() throws Exception {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            URI callback = URI.create("https://permits.example.org/iamsmart/callback/direct-login");
            simulator.register(new ClientRegistration(
                    "permits", "a secret of the test", publicKey(), Set.of(callback), Set.of("eidapi_auth")));
            // tag::direct-login[]
            URI browserGoesTo =
                    simulator.directLogin("permits", "plus").redirect().orElseThrow(); // code and RefID
            AppLoginCode appIsHanded = simulator.directLoginToApp("permits", "plus"); // code and code_verifier
            // end::direct-login[]
            assertThat(browserGoesTo).hasParameter("code").hasParameter("RefID");
            assertThat(appIsHanded.codeVerifier()).isNotEmpty();
        }
    }

    @Test
    void explains() throws Exception {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            openInBrowser(simulator, "nobody");
            List<String> refusals = simulator.log().stream()
                    .flatMap(entry -> entry.reason().stream())
                    .toList();
            assertThat(refusals).singleElement().asString().contains("nobody");
        }
    }

    private static PublicKey publicKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPublic();
    }

    private static void openInBrowser(IamSmartSimulator simulator, String clientId) throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(simulator.baseUrl() + "/api/v1/auth/getQR?clientID=" + clientId
                                                + "&responseType=code&source=PC_Browser&scope=eidapi_auth&lang=en-US&state=abc"
                                                + "&redirectURI=" + CALLBACK))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(page.statusCode()).isIn(200, 400);
    }
}
