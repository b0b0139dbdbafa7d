package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** Two clients in one application, with one simulator: what belongs to one is nothing to the other. */
@SpringBootTest(
        classes = SeveralClientsTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.simulator.port=0",
            "iamsmart.sign-in.scopes=eidapi_auth,eidapi_formFilling",
            "iamsmart.clients.shop=",
            "iamsmart.clients.tax=",
            "management.endpoints.web.exposure.include=health",
            "management.endpoint.health.show-components=always",
            "management.endpoint.health.show-details=always"
        })
@Timeout(120)
class SeveralClientsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartClientRegistry clients;

    @Autowired
    Application.Forms forms;

    @Autowired
    Application.HeldCallbacks held;

    private URI application;

    @BeforeEach
    void begin() {
        application = URI.create("http://localhost:" + port);
        held.open();
    }

    private HttpResponse<String> signIn(Browser browser, String client) {
        SimulatedUser user = new SimulatedUser(browser, application, simulator);
        return browser.get(user.answer("/iamsmart/" + client + "/login", ticket -> simulator.approve(ticket, "basic")));
    }

    private String get(Browser browser, String path) {
        return browser.get(URI.create(application + path)).body();
    }

    @Test
    void aUserSignsInWithBothInOneSession() {
        Browser browser = new Browser();
        signIn(browser, "shop");
        assertThat(get(browser, "/who")).isEqualTo("shop true, tax false");

        signIn(browser, "tax");

        assertThat(get(browser, "/who")).isEqualTo("shop true, tax true");
        assertThat(get(browser, "/different")).isEqualTo("true");
    }

    @Test
    void whoMustSignInIsLedToTheClientOfTheArgument() {
        HttpResponse<String> answer = new Browser().get(URI.create(application + "/tax/me"), "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer).getPath()).isEqualTo("/iamsmart/tax/login");
    }

    private JsonNode fill(Browser browser, String client) throws IOException {
        return JSON.readTree(get(browser, "/" + client + "/fill?reference=" + client));
    }

    private String status(Browser browser, JsonNode sent) throws IOException {
        return JSON.readTree(get(browser, sent.get("state").asText()))
                .path("status")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "tax"})
    void aFormOfEachClientComesToTheHandlerWithItsName(String client) throws Exception {
        Browser browser = new Browser();
        signIn(browser, client);
        JsonNode sent = fill(browser, client);
        assertThat(sent.get("state").asText()).startsWith("/iamsmart/" + client + "/requests/");

        simulator.approve(sent.get("ticket").asText(), "basic");

        assertThat(forms.await()).isEqualTo(client + " " + client);
    }

    @ParameterizedTest
    @CsvSource({"shop, tax", "tax, shop"})
    void aCallbackAtTheOtherClientIsRefusedAndWithoutEffect(String mine, String other) throws Exception {
        Browser browser = new Browser();
        signIn(browser, mine);
        JsonNode sent = fill(browser, mine);
        held.hold();
        simulator.approve(sent.get("ticket").asText(), "basic");
        byte[] body = held.await();
        held.open();

        String answer = post(other, body);

        assertThat(answer).startsWith("HTTP/1.1 200").isEqualTo(post(other, "garbage".getBytes(UTF_8)));
        assertThat(status(browser, sent)).isEqualTo("pending");
        assertThat(clients.client(other).health().lastFailure()).isEmpty();

        assertThat(post(mine, body)).isEqualTo(answer);
        assertThat(forms.await()).isEqualTo(mine + " " + mine);
    }

    private String post(String client, byte[] body) {
        return Wire.post(
                URI.create(application + "/iamsmart/" + client + "/callback/results"), "application/json", body);
    }

    @Test
    void theRequestOfOneClientIsNotThereAtTheOther() throws Exception {
        Browser browser = new Browser();
        signIn(browser, "shop");
        signIn(browser, "tax");
        String state = fill(browser, "shop").get("state").asText();
        String crossed = state.replace("/shop/", "/tax/");

        assertThat(browser.get(URI.create(application + state)).statusCode()).isEqualTo(200);
        for (String path : List.of(crossed, crossed + "/page", crossed + "/events", crossed + "/gateway")) {
            assertThat(browser.get(URI.create(application + path)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theSignInOfOneClientCannotBeFinishedAtTheOther() {
        Browser browser = new Browser();
        SimulatedUser user = new SimulatedUser(browser, application, simulator);
        URI back = user.answer("/iamsmart/shop/login", ticket -> simulator.approve(ticket, "basic"));

        browser.get(URI.create(back.toString().replace("/shop/", "/tax/")));

        assertThat(get(browser, "/who")).isEqualTo("shop false, tax false");
        assertThat(user.exchanges()).isZero();

        browser.get(back);
        assertThat(get(browser, "/who")).isEqualTo("shop true, tax false");
    }

    @Test
    void aRequestBegunInOneCallSignsInWithItsClientAndComesBackToItsPage() {
        Browser browser = new Browser();
        HttpResponse<String> begun = browser.get(URI.create(application + "/tax/begin"));
        URI login = Browser.location(begun);
        assertThat(login.getPath()).isEqualTo("/iamsmart/tax/login");
        SimulatedUser user = new SimulatedUser(browser, application, simulator);
        URI back =
                user.answer(login.getPath() + "?" + login.getRawQuery(), ticket -> simulator.approve(ticket, "basic"));
        URI next = Browser.location(browser.get(back));
        assertThat(next.getPath()).isEqualTo("/iamsmart/tax/requests/continue");
        URI page = Browser.location(browser.get(next));
        HttpResponse<String> shown = browser.get(application.resolve(page));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("/iamsmart/tax/pages/iamsmart.css", "/iamsmart/tax/pages/waiting.js");
        assertThat(get(browser, "/iamsmart/tax/pages/waiting.js")).contains("EventSource");
    }

    @Test
    void healthTellsHowEachClientIs() throws Exception {
        JsonNode health = JSON.readTree(get(new Browser(), "/actuator/health"));

        JsonNode both = health.at("/components/iamsmart/components");
        assertThat(both.at("/shop/status").asText()).isEqualTo("UP");
        assertThat(both.at("/tax/status").asText()).isEqualTo("UP");
        assertThat(both.at("/tax/details/clientId").asText())
                .isEqualTo(clients.client("tax").clientId())
                .isNotEqualTo(clients.client("shop").clientId());
    }

    /** Starts two JVMs and a compiler. */
    @Test
    @Timeout(600)
    void namedClientsAreBuiltAheadOfTime(@TempDir Path folder) throws Exception {
        AheadOfTime built = AheadOfTime.process(folder, "--iamsmart.clients.default=");
        built.compile();

        assertThat(built.run("--iamsmart.clients.default="))
                .contains(AotApplication.MARK + "simulator true", AotApplication.MARK + "login http://127.0.0.1:");
        assertThat(built.run("--iamsmart.clients.default=", "--iamsmart.clients.tax="))
                .contains("There is iamsmart.clients.tax, but this application was processed ahead of time")
                .doesNotContain(AotApplication.MARK);
    }

    /** Uses both clients. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Forms forms() {
            return new Forms();
        }

        @Bean
        HeldCallbacks heldCallbacks() {
            return new HeldCallbacks();
        }

        @Bean
        FilterRegistrationBean<jakarta.servlet.Filter> holder(HeldCallbacks held) {
            FilterRegistrationBean<jakarta.servlet.Filter> filter =
                    new FilterRegistrationBean<>((request, response, chain) -> {
                        if (held.isOpen()) {
                            chain.doFilter(request, response);
                        } else {
                            held.take(request.getInputStream().readAllBytes());
                            ((HttpServletResponse) response).setStatus(503);
                        }
                    });
            filter.addUrlPatterns("/iamsmart/shop/callback/results", "/iamsmart/tax/callback/results");
            return filter;
        }

        /** Hears of the forms of both. */
        static class Forms implements IamSmartRequestHandler<FormFillingResult> {

            private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

            @Override
            public RequestKind<FormFillingResult> kind() {
                return FormFillingApi.KIND;
            }

            @Override
            public void handle(RequestOutcome<FormFillingResult> outcome) {
                throw new AssertionError("The other one is called.");
            }

            @Override
            public void handle(String client, RequestOutcome<FormFillingResult> outcome) {
                outcomes.add(client + " " + outcome.request().reference().orElse("none"));
            }

            String await() throws InterruptedException {
                return Optional.ofNullable(outcomes.poll(60, TimeUnit.SECONDS)).orElse("nothing came");
            }
        }

        /** Keeps callbacks from the application. */
        static class HeldCallbacks {

            private final BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();
            private volatile boolean open = true;

            boolean isOpen() {
                return open;
            }

            void hold() {
                open = false;
            }

            void open() {
                open = true;
            }

            void take(byte[] body) {
                bodies.add(body);
            }

            byte[] await() throws InterruptedException {
                return Optional.ofNullable(bodies.poll(60, TimeUnit.SECONDS)).orElseThrow();
            }
        }

        @Controller
        static class Pages {

            private final Map<String, IamSmartClient> clients;
            private final Map<String, IamSmartRequests> requests;

            Pages(
                    @Qualifier("shop") IamSmartClient shop,
                    @Qualifier("tax") IamSmartClient tax,
                    @Qualifier("shop") IamSmartRequests ofShop,
                    @Qualifier("tax") IamSmartRequests ofTax) {
                clients = Map.of("shop", shop, "tax", tax);
                requests = Map.of("shop", ofShop, "tax", ofTax);
            }

            @GetMapping("/who")
            @ResponseBody
            String who(@Qualifier("shop") Optional<IamSmartSignIn> shop, @Qualifier("tax") Optional<TokenisedId> tax) {
                return "shop " + shop.isPresent() + ", tax " + tax.isPresent();
            }

            @GetMapping("/different")
            @ResponseBody
            String different(@Qualifier("shop") TokenisedId shop, @Qualifier("tax") TokenisedId tax) {
                return String.valueOf(!shop.equals(tax));
            }

            @GetMapping("/tax/me")
            @ResponseBody
            String me(@Qualifier("tax") TokenisedId user) {
                return "somebody";
            }

            @GetMapping("/shop/fill")
            @ResponseBody
            Map<String, String> shop(
                    @Qualifier("shop") AccessToken token, HttpServletRequest request, HttpServletResponse response) {
                return fill("shop", token, request, response);
            }

            @GetMapping("/tax/fill")
            @ResponseBody
            Map<String, String> tax(
                    @Qualifier("tax") AccessToken token, HttpServletRequest request, HttpServletResponse response) {
                return fill("tax", token, request, response);
            }

            @GetMapping("/tax/begin")
            View begin() {
                return requests.get("tax").begin(form()).reference("tax").redirect();
            }

            private Map<String, String> fill(
                    String client, AccessToken token, HttpServletRequest request, HttpServletResponse response) {
                IamSmartRequests begins = requests.get(client);
                var sent = clients.get(client)
                        .formFilling()
                        .initiate(
                                token,
                                form(),
                                begins.options(request, response)
                                        .reference(client)
                                        .build());
                return Map.of("ticket", sent.ticketId(), "state", begins.statePath(sent.businessId()));
            }

            private static FormFillingRequest form() {
                return FormFillingRequest.builder()
                        .formName("Application for a permit")
                        .profileFields(ProfileField.ENGLISH_NAME)
                        .formFields(FormField.EMAIL_ADDRESS)
                        .build();
            }
        }
    }
}
