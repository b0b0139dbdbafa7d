package io.github.iamsmart.callback;

import static io.github.iamsmart.callback.CallbackWorld.passed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody can try who has the public certificate, an old callback, or a request of his own. */
@Timeout(60)
class ForgedCallbackTest {

    private final MemoryRequestStore store = new MemoryRequestStore();
    private final CallbackWorld service = new CallbackWorld(builder -> builder.requestStore(store));
    private final FlowWorld world = service.world;
    private final RequestOptions request = service.ask();

    @AfterEach
    void stop() {
        service.close();
    }

    private void assertRefused(byte[] body) {
        assertThat(service.accept(body)).isInstanceOf(Refused.class);
        assertThat(world.delivered()).isEmpty();
        assertThat(world.client.requests().count(RequestStatus.PENDING))
                .as("the request still waits for the genuine one")
                .isEqualTo(1);
    }

    @Test
    void aKeyOfOnesOwnDoesNotHelpWithoutTheState() {
        for (String guess : new String[] {
            State.random().value(), "", "null", "*", request.businessId().value()
        }) {
            assertRefused(service.foreignKey().callback("D00000", passed(request.businessId(), guess)));
        }
        assertThat(service.accept(service.genuine(request))).isInstanceOf(Accepted.class);
    }

    @Test
    void theRightStateIsRefusedUnderAKeyThatTheWrappedOneIsNot() {
        StubKey sealing = StubKey.of(1001, world.clock.instant());
        String claimed = service.foreignKey().secretKey();
        String body = new String(sealing.callback("D00000", passed(request)), UTF_8);

        assertRefused(body.replace(sealing.secretKey(), claimed).getBytes(UTF_8));
    }

    @Test
    void theRightStateIsRefusedUnderAKeyForAnotherCertificate() {
        assertRefused(StubKey.of(1, world.clock.instant(), TestKeys.SECOND).callback("D00000", passed(request)));
    }

    @Test
    void aKeyThatTheGatewayHandedOutDoesNotHelpWithoutTheState() {
        assertRefused(world.gateway.callback(
                "D00000", passed(request.businessId(), State.random().value())));
        assertRefused(world.gateway.callback("D00000", "{\"businessID\":\"" + request.businessId() + "\"}"));
        assertRefused(world.gateway.callback(
                "D00000", "{\"state\":\"" + request.state().value() + "\"}"));
    }

    @Test
    void theStateOfAnotherRequestIsNotThisOnes() {
        RequestOptions other = FlowWorld.options().build();

        assertRefused(world.gateway.callback(
                "D00000", passed(request.businessId(), other.state().value())));
        assertRefused(world.gateway.callback(
                "D00000", passed(other.businessId(), request.state().value())));
        assertRefused(world.gateway.callback(
                "D00000", passed(BusinessId.random(), request.state().value())));
    }

    @Test
    void theRequestOfAnotherClientIsNotOurs() {
        try (IamSmartClient other = world.gateway
                .client()
                .clientId("another-client")
                .clock(world.clock)
                .requestStore(store)
                .build()) {
            assertThat(other.callbacks().accept(service.genuine(request), CallbackWorld.JSON))
                    .isInstanceOf(Refused.class);
            assertThat(other.requests().count(RequestStatus.PENDING)).isZero();
        }
        assertThat(service.accept(service.genuine(request))).isInstanceOf(Accepted.class);
    }

    @Test
    void aRecordedCallbackWorksOnce() {
        byte[] recorded = service.genuine(request);
        assertThat(service.accept(recorded)).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).hasSize(1);

        assertThat(service.accept(recorded)).isInstanceOf(Duplicate.class);
        world.clock.advance(Duration.ofHours(1));
        assertThat(world.delivered()).isEmpty();
        assertThat(service.accept(recorded)).as("it has been forgotten").isInstanceOf(Refused.class);
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void aRecordedCallbackDoesNotAnswerTheNextRequest() {
        byte[] recorded = service.genuine(request);
        service.accept(recorded);
        world.delivered();
        service.ask();

        assertThat(service.accept(recorded)).isInstanceOf(Duplicate.class);
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void aCallbackInClearIsRefused() {
        assertRefused(("{\"code\":\"D00000\",\"content\":" + passed(request) + "}").getBytes(UTF_8));
        assertRefused(passed(request).getBytes(UTF_8));
        assertRefused("{\"code\":\"D80001\"}".getBytes(UTF_8));
        assertRefused("{\"code\":\"D80001\",\"content\":\"\"}".getBytes(UTF_8));
    }

    @Test
    void aCallbackAfterTheTimeIsUpIsRefused() {
        byte[] late = service.genuine(request);
        world.clock.advance(Duration.ofMinutes(18));

        assertThat(service.accept(late)).isInstanceOf(Refused.class);
        assertThat(world.delivered()).hasSize(1);
        assertThat(service.accept(late)).isInstanceOf(Refused.class);
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void whereTheEmbeddedKeyIsRejectedNoKeyButTheGatewaysIsBelieved() {
        try (CallbackWorld strict = new CallbackWorld(builder -> builder.embeddedKey(EmbeddedKey.REJECT))) {
            RequestOptions options = strict.ask();

            assertThat(strict.accept(strict.foreignKey().callback("D00000", passed(options))))
                    .isInstanceOf(Refused.class);
            assertThat(strict.accept(strict.genuine(options))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void theReasonOfARefusalShowsNothingOfTheCallback() {
        Refused refused = (Refused)
                service.accept(world.gateway.callback("D00000", passed(request.businessId(), "canary-guess")));

        assertThat(refused.toString())
                .doesNotContain("canary", request.state().value())
                .contains("no request waits");
    }
}
