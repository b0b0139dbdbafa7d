package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A gateway that answers what a test tells it, well-formed or not; the strict one is the simulator.
 *
 * <p>It hands a content key out and can seal answers under it.
 */
public final class StubGateway implements AutoCloseable {

    public static final String PATH = "/api/v1/test/call";
    public static final String GET_KEY = "/api/v1/security/getKey";
    public static final String CLIENT_ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    public static final String CLIENT_SECRET = "canary-secret-of-the-stub-gateway";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").jettyAcceptQueueSize(1_024));
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private volatile StubKey key;

    public StubGateway() {
        this(Clock.systemUTC());
    }

    public StubGateway(Clock clock) {
        server.start();
        key = StubKey.of(42, clock.instant());
        handOut(key);
    }

    /** From now on this key is the answer of {@code getKey}, and good answers are sealed under it. */
    public void handOut(StubKey newKey) {
        key = newKey;
        server.stubFor(any(urlPathEqualTo(GET_KEY)).willReturn(okJson(newKey.answer())));
    }

    /** The key that is handed out now. */
    public StubKey key() {
        return key;
    }

    public void answer(ResponseDefinitionBuilder answer) {
        answer(PATH, answer);
    }

    public void answer(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }

    public WireMockServer server() {
        return server;
    }

    /** An envelope whose content is sealed under the key that this gateway hands out. */
    public String sealed(String plaintext) {
        return key.sealed(plaintext);
    }

    public static String envelope(String code, String content) {
        return "{\"txID\":\"00000000000000000000000000000002\",\"code\":\"" + code + "\",\"message\":\"m\",\"content\":"
                + content + "}";
    }

    /** Refuses requests that are sealed under this key, for the others keeps the answer as it is. */
    public void refuseKey(StubKey refused, String code) {
        server.stubFor(
                requestMatching(request -> MatchResult.of(request.getUrl().equals(PATH) && refused.opens(request)))
                        .atPriority(1)
                        .willReturn(okJson(envelope(code, "null"))));
    }

    public int keyCalls() {
        return received(GET_KEY).size();
    }

    /** What iAM Smart posts to the service, sealed under the key that this gateway hands out. */
    public byte[] callback(String code, String plaintext) {
        return key.callback(code, plaintext);
    }

    public List<LoggedRequest> received(String path) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path)));
    }

    public String opened(LoggedRequest request) {
        return key.opened(request);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Pauses between attempts, none of which took any time. */
    public List<Duration> pauses() {
        return pauses;
    }

    public IamSmartClientBuilder client() {
        return IamSmartClient.builder()
                .baseUrl(url())
                .clientId(CLIENT_ID)
                .clientSecret(CLIENT_SECRET)
                .kek(TestKeys.kek(TestKeys.FIRST))
                .pause(pauses::add);
    }

    @Override
    public void close() {
        server.stop();
    }
}
