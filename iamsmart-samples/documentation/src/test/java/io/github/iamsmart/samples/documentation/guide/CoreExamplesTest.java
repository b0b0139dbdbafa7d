package io.github.iamsmart.samples.documentation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(IamSmartSimulatorExtension.class)
class CoreExamplesTest {

    private static final URI CALLBACK = URI.create("https://permits.example.org/callback");

    private IamSmartSimulator simulator;
    private IamSmartClient client;

    @BeforeEach
    void register(IamSmartSimulator running) throws Exception {
        simulator = running;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair kek = generator.generateKeyPair();
        ClientRegistration registration = ClientRegistration.withGeneratedSecret(kek.getPublic(), CALLBACK);
        simulator.register(registration);
        client = IamSmartClient.builder()
                .baseUrl(simulator.baseUrl())
                .clientId(registration.clientId())
                .clientSecret(registration.clientSecret())
                .kek(KekKeyPair.of(kek.getPrivate(), kek.getPublic()))
                .listener(new CoreExamples.CallLog())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theClientIsBuiltFromAKeyStore(@TempDir Path folder) throws Exception {
        Path kek = KeyStores.write(folder.resolve("kek.p12"), "changeit");

        try (IamSmartClient built =
                CoreExamples.client("permits", "not-a-secret-of-anybody", kek, "changeit".toCharArray())) {
            assertThat(built.environment()).isEqualTo(Environment.ITE);
            assertThat(built.health().kekCertificates()).singleElement();
        }
    }

    @Test
    void aTunedClientIsBuilt() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        KekKeyPair kek = KekKeyPair.of(pair.getPrivate(), pair.getPublic());

        try (IamSmartClient built = CoreExamples.tunedClient("permits", "not-a-secret-of-anybody", kek)) {
            assertThat(built.clientId()).isEqualTo("permits");
        }
    }

    @Test
    void aSignInSucceedsWithTheStateOfThisBrowserOnly() throws Exception {
        State state = State.random();
        String query = approvedRedirect(state).getRawQuery();

        assertThat(CoreExamples.finish(client, State.random(), query)).isEmpty();
        assertThat(CoreExamples.finish(client, state, query)).isPresent();
    }

    @Test
    void everyFailureEndsInASentence() throws Exception {
        AuthorizationCode code = AuthorizationCode.of(parameter(approvedRedirect(State.random()), "code"));
        simulator.advance(Duration.ofSeconds(61));

        assertThat(CoreExamples.exchange(client, code, Locale.ENGLISH)).isEqualTo("Too late: please begin again.");

        simulator.close();
        assertThat(CoreExamples.exchange(client, code, Locale.ENGLISH))
                .isNotBlank()
                .doesNotContain("simcode");
    }

    @Test
    void aFreshCodeIsWelcome() throws Exception {
        AuthorizationCode code = AuthorizationCode.of(parameter(approvedRedirect(State.random()), "code"));

        assertThat(CoreExamples.exchange(client, code, Locale.ENGLISH)).startsWith("Welcome, ");
    }

    private URI approvedRedirect(State state) throws Exception {
        URI page = CoreExamples.begin(client, state, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        String ticket = simulator.requests().stream()
                .filter(request -> request.status().equals("pending"))
                .findFirst()
                .orElseThrow()
                .ticketId();
        return simulator.approve(ticket, "basic").redirect().orElseThrow();
    }

    private static String parameter(URI uri, String name) {
        return uri.getRawQuery().replaceFirst(".*\\b" + name + "=([^&]*).*", "$1");
    }
}
