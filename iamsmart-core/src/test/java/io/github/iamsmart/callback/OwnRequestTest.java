package io.github.iamsmart.callback;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our own request is sealed under a key of the gateway and has business id and state in it: a proxy, or somebody who
 * reads its log, could post it back with a result code.
 */
class OwnRequestTest {

    private static final String PATH = "/api/v1/replayed";
    private static final RequestKind<String> OWN = RequestKind.builder(
                    "own", String.class, json -> new String(json, UTF_8))
            .build();
    private static final RequestKind<String> OWN_ANONYMOUS = OWN.anonymous().build();
    private final MemoryRequestStore store = new MemoryRequestStore();

    static Stream<RequestKind<?>> kinds() {
        try (StubGateway gateway = new StubGateway();
                IamSmartClient client = gateway.client().build()) {
            return Stream.concat(client.requests().kinds().stream(), Stream.of(OWN, OWN_ANONYMOUS));
        }
    }

    private FlowWorld world(RequestKind<?> kind) {
        return new FlowWorld(builder -> builder.requestStore(store)
                .kind(OWN)
                .kind(OWN_ANONYMOUS)
                .paths(ApiPaths.DEFAULTS.with(kind.initiate(), PATH)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNoAnswerToItself(RequestKind<?> kind) {
        try (FlowWorld world = world(kind);
                IamSmartClient otherNode = world.gateway
                        .client()
                        .clock(world.clock)
                        .requestStore(store)
                        .kind(OWN)
                        .kind(OWN_ANONYMOUS)
                        .build()) {
            world.accepts(PATH, true);
            RequestOptions options =
                    FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();
            Map<String, String> body = Map.of("a", "canary");
            if (kind.isAnonymous()) {
                world.client.initiateAnonymous(kind, body, options);
            } else {
                world.client.initiate(kind, FlowWorld.token(), body, options);
            }
            String sent = world.gateway.received(PATH).get(0).getBodyAsString();
            String anew = new String(
                    world.gateway.callback(
                            "D00000",
                            world.gateway.opened(world.gateway.received(PATH).get(0))),
                    UTF_8);

            for (String replayed : List.of(
                    sent.replaceFirst("\\{", "{\"code\":\"D00000\","),
                    sent.replaceFirst("\\{", "{\"code\":\"D80001\","),
                    sent.replaceFirst("\\{", "{\"code\":\"D00000\",\"secretKey\":\"AAAA\",\"txID\":\"1\","),
                    anew)) {
                for (IamSmartClient node : List.of(world.client, otherNode)) {
                    assertThat(node.callbacks().accept(replayed.getBytes(UTF_8), CallbackWorld.JSON))
                            .isInstanceOf(Refused.class);
                }
            }
            assertThat(world.delivered()).isEmpty();
            assertThat(world.client.requests().progress(options.businessId()).received())
                    .isEmpty();
            assertThat(store.find(options.businessId()).orElseThrow().status()).isEqualTo(RequestStatus.PENDING);
        }
    }

    /** Each attempt is sealed anew, and none of them is an answer. */
    @ParameterizedTest
    @MethodSource("signedIn")
    void isNoAnswerToItselfHoweverOftenItWasSent(RequestKind<?> kind) {
        try (FlowWorld world = world(kind)) {
            world.gateway.answer(PATH, okJson(StubGateway.envelope("D30002", "null")));
            RequestOptions options = FlowWorld.options().build();
            try {
                world.client.initiate(kind, FlowWorld.token(), Map.of(), options);
            } catch (RuntimeException refused) {
                // The request was withdrawn.
            }
            List<String> attempts = world.gateway.received(PATH).stream()
                    .map(request -> request.getBodyAsString())
                    .toList();
            world.accepts(PATH, true);
            world.client.initiate(kind, FlowWorld.token(), Map.of(), options);

            assertThat(attempts)
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .allSatisfy(attempt -> assertThat(world.client
                                    .callbacks()
                                    .accept(
                                            attempt.replaceFirst("\\{", "{\"code\":\"D00000\",")
                                                    .getBytes(UTF_8),
                                            CallbackWorld.JSON))
                            .isInstanceOf(Refused.class));
        }
    }

    static Stream<RequestKind<?>> signedIn() {
        return kinds().filter(kind -> !kind.isAnonymous()).limit(2);
    }
}
