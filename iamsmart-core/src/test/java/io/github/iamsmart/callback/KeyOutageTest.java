package io.github.iamsmart.callback;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.iamsmart.callback.CallbackWorld.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.StubGateway;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.requests.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A callback comes under a new key while the key API is away. */
@Timeout(60)
class KeyOutageTest {

    private static void breakKeyApi(CallbackWorld service) {
        service.world.gateway.answer(StubGateway.GET_KEY, aResponse().withStatus(502));
    }

    @Test
    void theKeyThatTheCallbackBringsOpensIt() {
        try (CallbackWorld service = new CallbackWorld()) {
            RequestOptions request = service.ask();
            breakKeyApi(service);

            assertThat(service.accept(service.foreignKey().callback("D00000", passed(request))))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Test
    void whereThatKeyDoesNotCountTheCallbackIsNeitherAcceptedNorLost() {
        try (CallbackWorld service = new CallbackWorld(builder -> builder.embeddedKey(EmbeddedKey.REJECT))) {
            RequestOptions request = service.ask();
            byte[] callback = service.foreignKey().callback("D00000", passed(request));
            breakKeyApi(service);

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> service.accept(callback)).isInstanceOf(TransportException.class);
            }
            assertThat(service.accept(service.genuine(request))).isInstanceOf(Accepted.class);

            service.world.gateway.answer(
                    StubGateway.GET_KEY, okJson(service.world.gateway.key().answer()));
            service.world.clock.advance(Duration.ofSeconds(10));
            assertThat(service.accept(callback)).isInstanceOf(Refused.class);
        }
    }
}
