package io.github.iamsmart.samples.documentation.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class SpringExamplesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void theConfigurationOfTheGatewayIsComplete(@TempDir Path folder) throws Exception {
        Path kek = KeyStores.write(folder.resolve("kek.p12"), "changeit");

        try (ConfigurableApplicationContext application = start(
                "--spring.config.location=classpath:/guide/gateway.yml",
                "--IAMSMART_CLIENT_ID=permits",
                "--IAMSMART_CLIENT_SECRET=not-a-secret-of-anybody",
                "--KEK_PASSWORD=changeit",
                "--iamsmart.kek.location=file:" + kek)) {
            IamSmartClient client = application.getBean(IamSmartClient.class);

            assertThat(client.clientId()).isEqualTo("permits");
            assertThat(client.environment().name()).isEqualTo("ite");
        }
    }

    @Test
    void theSigningSettingsNameWhomToTrust(@TempDir Path folder) throws Exception {
        try (IamSmartSimulator gateway = IamSmartSimulator.start()) {
            Files.writeString(folder.resolve("root.pem"), gateway.signingRootPem());
            Files.writeString(folder.resolve("issuers.p7b"), gateway.signingIntermediatePem());
            try (ConfigurableApplicationContext application = start(
                    "--spring.config.location=classpath:/guide/signing.yml",
                    "--CERTIFICATES=" + folder,
                    "--iamsmart.simulator.port=0")) {
                assertThat(application.getBean(SignatureVerifier.class)).isNotNull();
            }
        }
        assertThatThrownBy(() -> start(
                                "--spring.config.location=classpath:/guide/signing.yml",
                                "--CERTIFICATES=" + folder.resolve("nowhere"),
                                "--iamsmart.simulator.port=0")
                        .close())
                .hasStackTraceContaining("iamsmart.signing.trust-anchors points to");
    }

    @Test
    void theSignInSettingsTakeEffect() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--spring.config.location=classpath:/guide/sign-in.yml", "--iamsmart.simulator.port=0")) {
            HttpResponse<String> end = signIn(application, "basic");

            assertThat(end.uri()).hasPath("/services");
            assertThat(application
                            .getBean(IamSmartSimulator.class)
                            .requests()
                            .get(0)
                            .scopes())
                    .containsExactlyInAnyOrder(Scope.AUTH.value(), Scope.FORM_FILLING.value());
        }
    }

    @Test
    void theListenerLearnsOfTheSignIn() throws Exception {
        try (ConfigurableApplicationContext application = start("--iamsmart.simulator.port=0")) {
            signIn(application, "plus");

            assertThat(application.getBean(Accounts.class).all()).containsOnly(AccountType.PLUS);
        }
    }

    @Test
    void theHandlersReplaceTheDefaults() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--iamsmart.simulator.port=0", "--spring.profiles.active=handlers")) {
            assertThat(signIn(application, "basic").uri()).hasPath("/");

            HttpResponse<String> failure = signIn(application, "suspended");

            assertThat(failure.statusCode()).isEqualTo(503);
            assertThat(failure.body()).isNotBlank();
        }
    }

    @Test
    void theDirectLoginSettingsTakeEffect() throws Exception {
        try (ConfigurableApplicationContext application = start(
                "--spring.config.location=classpath:/guide/direct-login.yml",
                "--spring.profiles.active=app",
                "--iamsmart.simulator.port=0")) {
            assertThat(get(at(application, "/.well-known/apple-app-site-association"))
                            .body())
                    .contains("ABCDE12345.org.example.permits", "/iamsmart-app/*");
            assertThat(get(at(application, "/.well-known/assetlinks.json")).body())
                    .contains("org.example.permits");
            String clientId = application.getBean(IamSmartClient.class).clientId();
            HttpClient app = HttpClient.newHttpClient();
            URI begin = at(
                    application,
                    "/iamsmart/direct-login?eserviceName=Permits&scope=eidapi_auth&ClientID=" + clientId
                            + "&redirectURI=https%3A%2F%2Flogin.example.gov.hk%2Fback");
            HttpResponse<Void> onward = app.send(HttpRequest.newBuilder(begin).build(), BodyHandlers.discarding());
            assertThat(onward.headers().firstValue("Location").orElseThrow())
                    .startsWith("https://login.example.gov.hk/back?state=");
        }
    }

    @Test
    void theAppGetsASessionOfTheService() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--iamsmart.simulator.port=0", "--spring.profiles.active=app")) {
            AppLoginCode handed = application
                    .getBean(IamSmartSimulator.class)
                    .directLoginToApp(application.getBean(IamSmartClient.class).clientId(), "basic");
            HttpRequest request = HttpRequest.newBuilder(at(application, "/iamsmart/direct-login/app"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"code\": \"" + handed.code()
                            + "\", \"code_verifier\": \"" + handed.codeVerifier() + "\"}"))
                    .build();

            HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"token\"", "\"expiresAt\"");
        }
    }

    @Test
    void aPageOfTheApplicationsOwnWaitsAndTheHandlerTakesTheResult() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--spring.config.location=classpath:/guide/requests.yml", "--iamsmart.simulator.port=0")) {
            IamSmartSimulator simulator = application.getBean(IamSmartSimulator.class);
            FilledForms forms = application.getBean(FilledForms.class);
            signIn(application, "basic");

            String answer = press(application, "/permits/17/fill").body();
            String path = answer.replaceFirst(".*\"statePath\":\"([^\"]*)\".*", "$1");
            assertThat(answer).contains("\"instruction\":\"");
            assertThat(get(at(application, path)).body()).contains("\"status\":\"pending\"");

            simulator.approve(newest(simulator));
            await().atMost(PATIENCE).until(() -> !forms.filled().isEmpty());
            assertThat(forms.filled().get("permit-17").profile().englishName()).isPresent();
        }
    }

    @Test
    void thePagesOfTheStarterWearTheStyleOfTheApplication() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--spring.config.location=classpath:/guide/pages.yml", "--iamsmart.simulator.port=0")) {
            HttpResponse<String> page = get(at(application, "/iamsmart/requests/unknown/page"));

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<link rel=\"stylesheet\" href=\"/css/market.css\">");
        }
    }

    @Test
    void aFlowOfTheApplicationsOwnIsTrackedAndDeliveredAsTheOthers() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--spring.config.location=classpath:/guide/own-kind.yml", "--iamsmart.simulator.port=0")) {
            IamSmartSimulator simulator = application.getBean(IamSmartSimulator.class);
            Map<String, RequestOutcome<String>> checked =
                    application.getBean(ConsularCards.class).checked();
            List<RequestOutcomeEvent<?>> events = outcomeEvents(application);
            signIn(application, "basic");

            simulator.inject(Fault.of(FaultKind.CALLBACK_DUPLICATE));
            Asked approved = ask(application, "/cards/C100/check");
            simulator.approve(approved.ticket());
            await().atMost(PATIENCE).until(() -> checked.containsKey("C100"));
            Asked declined = ask(application, "/cards/C200/check");
            simulator.reject(declined.ticket());
            await().atMost(PATIENCE).until(() -> checked.containsKey("C200"));
            await().atMost(PATIENCE).until(() -> events.size() >= 2);

            assertThat(checked.get("C100")).isInstanceOf(RequestOutcome.Completed.class);
            assertThat(checked.get("C200")).isInstanceOf(RequestOutcome.Declined.class);
            await().atMost(PATIENCE).until(() -> get(approved.state()).body().contains("\"status\":\"completed\""));
            assertThat(get(approved.state()).body()).contains("\"kind\":\"consular-card\"");
            assertThat(get(declined.state()).body()).contains("\"status\":\"declined\"", "\"message\":\"");
            assertThat(events)
                    .as("each is delivered once, although the first callback came twice")
                    .extracting(event -> event.outcome().request().reference().orElseThrow())
                    .containsExactly("C100", "C200");
        }
    }

    /** Published after the handlers have taken an outcome. */
    private static List<RequestOutcomeEvent<?>> outcomeEvents(ConfigurableApplicationContext application) {
        List<RequestOutcomeEvent<?>> events = new CopyOnWriteArrayList<>();
        application.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> published
                    && published.getPayload() instanceof RequestOutcomeEvent<?> outcome) {
                events.add(outcome);
            }
        });
        return events;
    }

    @Test
    void whoIsNotSignedInIsToldSo() throws Exception {
        try (ConfigurableApplicationContext application =
                start("--spring.config.location=classpath:/guide/requests.yml", "--iamsmart.simulator.port=0")) {
            assertThat(press(application, "/permits/17/fill").statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> press(ConfigurableApplicationContext application, String button) throws Exception {
        HttpRequest press = HttpRequest.newBuilder(at(application, button))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return browser.send(press, BodyHandlers.ofString());
    }

    private static String newest(IamSmartSimulator simulator) {
        return simulator.requests().get(simulator.requests().size() - 1).ticketId();
    }

    private record Asked(URI state, String ticket) {}

    /** Presses a button that leads to the page of the starter. */
    private Asked ask(ConfigurableApplicationContext application, String button) throws Exception {
        URI page = press(application, button).uri();
        assertThat(page.getPath()).endsWith("/page");
        URI state = page.resolve(page.getPath().replaceFirst("/page$", ""));
        assertThat(get(state).body()).contains("\"status\":\"pending\"");
        return new Asked(state, newest(application.getBean(IamSmartSimulator.class)));
    }

    private static URI at(ConfigurableApplicationContext application, String path) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(GuideApplication.class)
                .properties("server.port=0")
                .run(arguments);
    }

    private HttpResponse<String> signIn(ConfigurableApplicationContext application, String persona) throws Exception {
        IamSmartSimulator simulator = application.getBean(IamSmartSimulator.class);
        String site = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        get(URI.create(site + "/iamsmart/login"));
        int newest = simulator.requests().size() - 1;
        String ticket = simulator.requests().get(newest).ticketId();
        return get(simulator.approve(ticket, persona).redirect().orElseThrow());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
