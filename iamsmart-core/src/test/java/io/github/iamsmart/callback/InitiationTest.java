package io.github.iamsmart.callback;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.iamsmart.callback.CallbackWorld.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A request is remembered before it is sent, and forgotten only if the gateway certainly does not know it. */
@Timeout(60)
class InitiationTest {

    private final CallbackWorld service = new CallbackWorld();
    private final FlowWorld world = service.world;
    private final RequestOptions options = FlowWorld.options().build();

    @AfterEach
    void stop() {
        service.close();
    }

    private void initiate() {
        world.client.reauthentication().initiate(FlowWorld.token(), options);
    }

    private long pending() {
        return world.client.requests().count(RequestStatus.PENDING);
    }

    @Test
    void aCallbackThatOvertakesTheAnswerIsBelieved() {
        AtomicReference<CallbackResult> result = new AtomicReference<>();
        // Called when the request has arrived and before the answer leaves.
        world.gateway.server().addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().equals(CallbackWorld.INITIATE)) {
                result.set(service.accept(service.genuine(options)));
            }
        });

        initiate();

        assertThat(result).hasValue(new Accepted(options.businessId()));
        assertThat(world.delivered())
                .singleElement()
                .satisfies(outcome -> assertThat(passed(outcome)).isTrue());
    }

    @Test
    void aRequestThatTheGatewayRefusedIsForgotten() {
        world.refuses(CallbackWorld.INITIATE, "D20009");

        assertThatThrownBy(this::initiate).isInstanceOf(GatewayException.class);
        assertThat(pending()).isZero();
        assertThat(service.accept(service.genuine(options))).isInstanceOf(Refused.class);
        world.clock.advance(Duration.ofMinutes(18));
        assertThat(world.delivered()).as("the caller knows already").isEmpty();
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("nothing", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("garbage", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("a proxy's page", aResponse().withStatus(502).withBody("<html>")),
                Arguments.of("half of the JSON", okJson("{\"code\":\"D000")),
                Arguments.of("content that does not open", okJson("{\"code\":\"D00000\",\"content\":\"AAAADAAA\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void aRequestWhoseAnswerIsLostStaysAndItsCallbackCounts(String what, ResponseDefinitionBuilder answer) {
        world.gateway.answer(CallbackWorld.INITIATE, answer);

        assertThatThrownBy(this::initiate).isInstanceOf(IamSmartException.class);
        assertThat(world.gateway.received(CallbackWorld.INITIATE))
                .as("it is not sent again: the user would be asked twice")
                .hasSize(1);
        assertThat(pending()).isEqualTo(1);
        assertThat(service.accept(service.genuine(options))).isInstanceOf(Accepted.class);
        assertThat(world.delivered())
                .singleElement()
                .satisfies(outcome -> assertThat(passed(outcome)).isTrue());
    }

    @Test
    void aRequestWhoseAnswerIsLostEndsInTheEnd() {
        world.gateway.answer(CallbackWorld.INITIATE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(this::initiate)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue());

        world.clock.advance(Duration.ofMinutes(18));
        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);
    }

    @Test
    void aRequestThatNeverLeftIsForgotten() {
        world.gateway.server().stop();

        assertThatThrownBy(this::initiate)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isFalse());
        assertThat(pending()).isZero();
    }

    static Stream<Arguments> lostKeys() {
        return Stream.of(
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("a proxy's page", aResponse().withStatus(502).withBody("<html>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostKeys")
    void aRequestForWhichThereIsNoKeyIsNotEvenStored(String what, ResponseDefinitionBuilder answer) {
        world.gateway.answer(StubGateway.GET_KEY, answer);

        assertThatThrownBy(this::initiate).isInstanceOf(IamSmartException.class);
        assertThat(world.gateway.received(CallbackWorld.INITIATE)).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void aBusinessIdIsUsedOnce() {
        initiate();

        assertThatThrownBy(this::initiate)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("used before");
        assertThat(world.gateway.received(CallbackWorld.INITIATE)).hasSize(1);
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void nothingIsSentThatCannotBeRemembered() {
        try (CallbackWorld full =
                new CallbackWorld(builder -> builder.requestStore(new MemoryRequestStore(1, 1_000)))) {
            full.ask();

            assertThatThrownBy(full::ask).isInstanceOf(StoreException.class).hasMessageContaining("is full");
            assertThat(full.world.gateway.received(CallbackWorld.INITIATE)).hasSize(1);
        }
    }
}
