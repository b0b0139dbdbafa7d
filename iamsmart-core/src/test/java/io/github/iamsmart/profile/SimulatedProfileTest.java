package io.github.iamsmart.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that was granted no more than sign-in, at the strict gateway. */
@Timeout(60)
class SimulatedProfileTest {

    private static final URI REDIRECT = URI.create("https://permits.example.hk/iamsmart/callback/login");
    private static final String SECRET = "canary-secret-of-the-simulated-profile";
    private static final ProfileRequest NAME = ProfileRequest.of(ProfileField.ENGLISH_NAME);

    private final IamSmartSimulator simulator = IamSmartSimulator.start();
    private final HttpServer server = server();
    private final URI callback =
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
    private IamSmartClient client = client(false);

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private IamSmartClient client(boolean encodeRedirectUri) {
        return IamSmartClient.builder()
                .baseUrl(simulator.baseUrl())
                .clientId("permits")
                .clientSecret(SECRET)
                .kek(TestKeys.kek(TestKeys.FIRST))
                .encodeRedirectUri(encodeRedirectUri)
                .build();
    }

    @BeforeEach
    void register() {
        server.createContext("/", this::receive);
        server.start();
        simulator.register(new ClientRegistration(
                "permits", SECRET, TestKeys.FIRST.getPublic(), Set.of(REDIRECT, callback), Set.of("eidapi_auth")));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
        simulator.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            client.callbacks()
                    .accept(
                            exchange.getRequestBody().readAllBytes(),
                            exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theUsersConsentNeedsTheScopeOfASignInOnly(boolean encodeRedirectUri) throws Exception {
        client.close();
        client = client(encodeRedirectUri);
        AccessToken token = signIn(ProfileApi.KIND.scopes());

        assertThat(approved(token).englishName()).isPresent();
    }

    @Test
    void theResultMayAlsoComeBare() throws Exception {
        simulator.inject(Fault.of(FaultKind.CALLBACK_BARE_CONTENT));

        assertThat(approved(signIn(Set.of(Scope.AUTH))).englishName()).isPresent();
    }

    @Test
    void noPromptNeedsAScopeThatThisServiceDoesNotGet() throws Exception {
        HttpResponse<String> page = open(Set.of(Scope.AUTH, Scope.PROFILES));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("D20012");

        AccessToken token = signIn(Set.of(Scope.AUTH));
        assertThatThrownBy(() -> client.profile().withoutPrompt(token, NAME))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.API_OR_SCOPE_NOT_GRANTED));
    }

    private AccessToken signIn(Set<Scope> scopes) throws Exception {
        HttpResponse<String> page = open(scopes);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        String ticket = simulator.requests().get(0).ticketId();
        URI back = simulator.approve(ticket, "basic").redirect().orElseThrow();
        Granted granted = (Granted) client.signIn().parseRedirect(back.getRawQuery());
        return client.signIn().exchange(granted.code());
    }

    private HttpResponse<String> open(Set<Scope> scopes) throws Exception {
        AuthorizationRequest request = AuthorizationRequest.builder()
                .redirectUri(REDIRECT)
                .state(State.random())
                .scopes(scopes.toArray(Scope[]::new))
                .build();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(client.signIn().authorizationUri(request))
                                .build(),
                        BodyHandlers.ofString());
    }

    private VerifiedProfile approved(AccessToken token) {
        RequestOptions options = RequestOptions.builder().callbackUri(callback).build();
        client.profile().initiate(token, NAME, options);
        BusinessId businessId = options.businessId();
        String ticket =
                simulator.findByBusinessId(businessId.value()).orElseThrow().ticketId();
        simulator.approve(ticket);
        assertThat(simulator.awaitCallback(ticket, Duration.ofSeconds(30)).status())
                .isEqualTo("delivered");
        List<RequestOutcome<?>> outcomes = new ArrayList<>();
        client.requests().deliverDue(outcomes::add);
        assertThat(outcomes).hasSize(1);
        return FlowWorld.result(outcomes.get(0), VerifiedProfile.class);
    }
}
