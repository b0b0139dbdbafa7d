package io.github.iamsmart.snippets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A service with a callback endpoint at the simulator, and a browser whose user may sign. */
final class SigningWorld implements AutoCloseable {

    private static final URI REDIRECT = URI.create("https://permits.example.org/iamsmart/callback/anonymous");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    final IamSmartSimulator simulator = IamSmartSimulator.start();
    final IamSmartClient client;
    final URI callbackUri;
    final URI redirectUri = REDIRECT;
    private final HttpServer server;

    SigningWorld() throws IOException {
        client = IamSmartClient.builder()
                .baseUrl(simulator.baseUrl())
                .clientId("permits")
                .clientSecret("canary-secret-of-the-signing-world")
                .kek(TestKeys.kek(TestKeys.FIRST))
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/callback", new CallbackExamples(client)::postCallback);
        server.start();
        callbackUri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
        simulator.register(new ClientRegistration(
                "permits",
                "canary-secret-of-the-signing-world",
                TestKeys.FIRST.getPublic(),
                Set.of(REDIRECT, callbackUri),
                ClientRegistration.ALL_SCOPES));
    }

    /** The root that the simulator signs under. */
    List<X509Certificate> roots() throws GeneralSecurityException {
        return List.of(certificate(simulator.signingRootPem().getBytes(US_ASCII)));
    }

    /** What stands between it and the signers. */
    List<X509Certificate> issuers() throws GeneralSecurityException {
        return List.of(certificate(get(simulator.baseUrl().resolve("/ca/intermediate"))));
    }

    private static X509Certificate certificate(byte[] file) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file));
    }

    AccessToken signIn(String persona) {
        URI page = client.signIn()
                .authorizationUri(AuthorizationRequest.builder()
                        .redirectUri(REDIRECT)
                        .state(State.random())
                        .scopes(Scope.AUTH, Scope.SIGN, Scope.STEP_UP)
                        .build());
        get(page);
        List<SimulatedRequest> all = simulator.requests();
        URI back = simulator
                .approve(all.get(all.size() - 1).ticketId(), persona)
                .redirect()
                .orElseThrow();
        Granted granted = (Granted) client.signIn().parseRedirect(back.getRawQuery());
        return client.signIn().exchange(granted.code());
    }

    SimulatedRequest request(BusinessId businessId) {
        return simulator.findByBusinessId(businessId.value()).orElseThrow();
    }

    /** The signed-in user signs, and the callback has arrived. */
    void sign(BusinessId businessId) {
        String ticket = request(businessId).ticketId();
        simulator.approve(ticket);
        simulator.awaitCallback(ticket, Duration.ofSeconds(20));
    }

    byte[] get(URI address) {
        try {
            return BROWSER.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        simulator.close();
    }
}
