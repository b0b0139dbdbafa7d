package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.MutableClock;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRedirect.Granted;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedBulkSigning;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A service at the strict gateway, whose callbacks come over a socket, and a user who may sign. */
final class SimulatedBulkWorld implements AutoCloseable {

    static final URI REDIRECT = URI.create("https://permits.example.org/iamsmart/callback/bulk");

    private static final String SECRET = "canary-secret-of-the-simulated-bulk-world";
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    /** Of both sides. */
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T02:00:00Z"));

    final IamSmartSimulator simulator = IamSmartSimulator.builder().clock(clock).start();
    final IamSmartClient client;
    final BulkSigningApi bulk;
    final URI callback;
    private final HttpServer server;
    private final BlockingQueue<CallbackResult> results = new LinkedBlockingQueue<>();

    SimulatedBulkWorld() throws IOException {
        client = IamSmartClient.builder()
                .baseUrl(simulator.baseUrl())
                .clientId("permits")
                .clientSecret(SECRET)
                .kek(TestKeys.kek(TestKeys.FIRST))
                .clock(clock)
                .build();
        bulk = client.bulkSigning();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        callback = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
        simulator.register(new ClientRegistration(
                "permits",
                SECRET,
                TestKeys.FIRST.getPublic(),
                Set.of(REDIRECT, callback),
                ClientRegistration.ALL_SCOPES));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            results.add(
                    client.callbacks().accept(body, exchange.getRequestHeaders().getFirst("Content-Type")));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Every third document is a PDF. */
    static BulkSigningRequest.Builder request(int documents) {
        return BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .documents(IntStream.range(0, documents)
                        .mapToObj(i -> i % 3 == 2
                                ? BulkDocument.pdf("P-" + i, "Permit " + i, digest(i))
                                : BulkDocument.hash("P-" + i, "Permit " + i, digest(i)))
                        .toList());
    }

    private static DocumentDigest digest(int document) {
        return DocumentDigest.of(("document " + document).getBytes(UTF_8));
    }

    RequestOptions.Builder options() {
        return RequestOptions.builder().callbackUri(callback);
    }

    AccessToken signIn() {
        AuthorizationRequest request = AuthorizationRequest.builder()
                .redirectUri(REDIRECT)
                .state(State.random())
                .scopes(Scope.AUTH, Scope.BULK_SIGN)
                .build();
        AuthorizationRedirect back = browse(request, "plus");
        return client.signIn().exchange(((Granted) back).code());
    }

    /** The browser goes to the gateway's page, somebody approves, and it comes back. */
    AuthorizationRedirect browse(AuthorizationRequest request, String persona) {
        try {
            var page = BROWSER.send(
                    HttpRequest.newBuilder(client.signIn().authorizationUri(request))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
            if (page.statusCode() != 200) {
                throw new AssertionError(page.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        List<SimulatedRequest> all = simulator.requests();
        String ticket = all.get(all.size() - 1).ticketId();
        URI back = simulator.approve(ticket, persona).redirect().orElseThrow();
        return client.signIn().parseRedirect(back.getRawQuery());
    }

    SimulatedRequest request(BusinessId businessId) {
        return simulator.findByBusinessId(businessId.value()).orElseThrow();
    }

    SimulatedBulkSigning progress(BusinessId businessId) {
        return request(businessId).bulkSigning().orElseThrow();
    }

    /** The user signs; comes back when the last callback was sent. */
    void sign(BusinessId businessId) {
        simulator.approve(request(businessId).ticketId());
        awaitSent(businessId);
    }

    void awaitSent(BusinessId businessId) {
        simulator.awaitCallback(request(businessId).ticketId(), Duration.ofSeconds(60));
    }

    /** What became of the next callback; there must be one. */
    CallbackResult next() {
        try {
            CallbackResult next = results.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No callback came.");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<CallbackResult> next(int callbacks) {
        return IntStream.range(0, callbacks).mapToObj(i -> next()).toList();
    }

    List<RequestOutcome<?>> delivered() {
        List<RequestOutcome<?>> outcomes = new ArrayList<>();
        client.requests().deliverDue(outcomes::add);
        return outcomes;
    }

    BulkVerification verify(BusinessId businessId, BulkSigningRequest request) {
        SignatureVerifier verifier = SignatureVerifier.builder()
                .trustAnchors(List.of(certificate(simulator.signingRootPem())))
                .intermediates(List.of(certificate(simulator.signingIntermediatePem())))
                .clock(clock)
                .build();
        return new BulkVerifier(verifier).verify(bulk.signatures(businessId), request);
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
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
