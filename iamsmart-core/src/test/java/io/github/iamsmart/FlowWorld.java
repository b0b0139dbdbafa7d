package io.github.iamsmart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A client with a gateway that answers what a test tells it, a clock that the test moves, and a signed-in user. */
public final class FlowWorld implements AutoCloseable {

    public static final URI CALLBACK = URI.create("https://permits.example.hk/iamsmart/callback/default/results");
    public static final URI REDIRECT = URI.create("https://permits.example.hk/iamsmart/callback/anonymous");
    public static final String TICKET = "a2f7c0de4b3f4f0e8d6c5b4a39281706";

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    public final MutableClock clock = new MutableClock(START);
    public final StubGateway gateway = new StubGateway(clock);
    public final IamSmartClient client;

    public FlowWorld() {
        this(builder -> builder);
    }

    public FlowWorld(UnaryOperator<IamSmartClientBuilder> settings) {
        client = settings.apply(gateway.client().clock(clock)).build();
    }

    public static AccessToken token() {
        return new AccessToken(
                "canary-access-token",
                TokenisedId.of("liR14%2BvX%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%3D"),
                AccountType.BASIC,
                Set.of(Scope.AUTH),
                START,
                START.plus(Duration.ofHours(4)),
                null);
    }

    public static RequestOptions.Builder options() {
        return RequestOptions.builder().callbackUri(CALLBACK);
    }

    /** The gateway accepts requests at this path. */
    public void accepts(String path, boolean authByQr) {
        answers(path, "{\"authByQR\":" + authByQr + ",\"ticketID\":\"" + TICKET + "\"}");
    }

    /** The gateway answers with this plaintext, sealed. */
    public void answers(String path, String plaintext) {
        gateway.answer(path, WireMock.okJson(gateway.sealed(plaintext)));
    }

    /** The gateway refuses with this code. */
    public void refuses(String path, String code) {
        gateway.answer(path, WireMock.okJson(StubGateway.envelope(code, "\"\"")));
    }

    /** The plaintexts that the gateway received at this path. */
    public List<JsonNode> received(String path) {
        return gateway.received(path).stream().map(this::opened).toList();
    }

    private JsonNode opened(LoggedRequest request) {
        try {
            return JSON.readTree(gateway.opened(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result of a request that the user approved. */
    public static <T> T result(RequestOutcome<?> outcome, Class<T> type) {
        if (outcome instanceof RequestOutcome.Completed<?> completed) {
            return type.cast(completed.result());
        }
        throw new AssertionError("not completed: " + outcome);
    }

    /** Delivers what is due. */
    public List<RequestOutcome<?>> delivered() {
        List<RequestOutcome<?>> outcomes = new ArrayList<>();
        client.requests().deliverDue(outcomes::add);
        return outcomes;
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
    }
}
