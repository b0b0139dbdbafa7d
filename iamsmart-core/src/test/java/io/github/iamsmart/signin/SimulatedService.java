package io.github.iamsmart.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An online service at the strict gateway: registered there, with a client of its own and one user's browser. */
final class SimulatedService implements AutoCloseable {

    static final URI REDIRECT = URI.create("https://permits.example.hk/iamsmart/callback/login?from=home");
    static final String GET_KEY = "/api/v1/security/getKey";
    static final String GET_TOKEN = "/api/v1/auth/getToken";
    static final String CLIENT_SECRET = "canary-secret-of-the-simulated-service";

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    final IamSmartSimulator simulator;
    final IamSmartClient client;

    SimulatedService(IamSmartSimulator simulator) {
        this(simulator, TestKeys.FIRST);
    }

    /** The client has these private keys; the portal has the certificate of the first key of the tests. */
    SimulatedService(IamSmartSimulator simulator, KeyPair... keks) {
        this.simulator = simulator;
        simulator.reset();
        simulator.register(new ClientRegistration(
                "permits",
                CLIENT_SECRET,
                TestKeys.FIRST.getPublic(),
                Set.of(REDIRECT),
                Set.of("eidapi_auth", "eidapi_profiles", "eidapi_formFilling")));
        IamSmartClientBuilder builder = IamSmartClient.builder()
                .baseUrl(simulator.baseUrl())
                .clientId("permits")
                .clientSecret(CLIENT_SECRET);
        for (KeyPair kek : keks) {
            builder.kek(TestKeys.kek(kek));
        }
        this.client = builder.build();
    }

    static AuthorizationRequest.Builder request() {
        return AuthorizationRequest.builder()
                .redirectUri(REDIRECT)
                .state(State.random())
                .scopes(Scope.AUTH);
    }

    /** What the browser sees at the gateway. */
    HttpResponse<String> open(AuthorizationRequest request) {
        try {
            URI page = client.signIn().authorizationUri(request);
            return BROWSER.send(
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens the page; returns the request as the gateway has read it. */
    SimulatedRequest begin(AuthorizationRequest request) {
        HttpResponse<String> page = open(request);
        if (page.statusCode() != 200) {
            throw new AssertionError(page.body());
        }
        List<SimulatedRequest> all = simulator.requests();
        return all.get(all.size() - 1);
    }

    /** A persona approves; what the browser brings back. */
    AuthorizationRedirect.Granted approved(AuthorizationRequest request, String persona) {
        URI back =
                simulator.approve(begin(request).ticketId(), persona).redirect().orElseThrow();
        return (AuthorizationRedirect.Granted) client.signIn().parseRedirect(back.getRawQuery());
    }

    AuthorizationCode code() {
        return approved(request().build(), "basic").code();
    }

    /** The calls that arrived at this path. */
    List<LogEntry> calls(String path) {
        return simulator.log().stream()
                .filter(entry -> entry.path().equals(path))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
