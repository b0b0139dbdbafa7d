package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.GatewayException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when gateway and client do not agree about the content key. */
@Timeout(30)
class CekRefusalTest {

    private final Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final StubGateway gateway = new StubGateway();
    private final StubKey first = StubKey.of(1, now);
    private final StubKey second = StubKey.of(2, now);
    private final IamSmartClient client =
            gateway.client().clock(new MutableClock(now)).build();

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of("a", "b"), String.class);
    }

    private void useOnce(StubKey key) {
        gateway.handOut(key);
        gateway.answer(okJson(key.sealed("{}")));
        call();
        gateway.server().resetRequests();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D30001", "D30002", "D30003", "D30004", "M30002"})
    void fetchesTheKeyOnceAndSendsTheRequestOnceMoreSignedAnew(String code) {
        useOnce(first);
        gateway.handOut(second);
        gateway.answer(okJson(second.sealed("{\"a\":1}")));
        gateway.refuseKey(first, code);

        assertThat(call()).isEqualTo("{\"a\":1}");
        assertThat(gateway.keyCalls()).isEqualTo(1);
        assertThat(gateway.received(StubGateway.PATH))
                .hasSize(2)
                .satisfiesExactly(
                        refused -> assertThat(first.opens(refused)).isTrue(),
                        accepted -> assertThat(second.opened(accepted)).isEqualTo("{\"a\":\"b\"}"));
        assertThat(gateway.received(StubGateway.PATH))
                .extracting(request -> header(request, "nonce"))
                .doesNotHaveDuplicates();
        assertThat(gateway.received(StubGateway.PATH))
                .extracting(request -> header(request, "signature"))
                .doesNotHaveDuplicates();
    }

    private static String header(Request request, String name) {
        return request.getHeader(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D30001", "D30002", "D30003", "D30004"})
    void showsASecondRefusal(String code) {
        useOnce(first);
        gateway.answer(okJson(StubGateway.envelope(code, "null")));

        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code().value()).isEqualTo(code));
        assertThat(gateway.received(StubGateway.PATH)).hasSize(2);
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void leavesTheKeyAloneOnAnyOtherRefusal() {
        useOnce(first);
        for (String code : new String[] {"D20006", "D20012", "D20022", "D20004", "D30005"}) {
            gateway.server().resetRequests();
            gateway.answer(okJson(StubGateway.envelope(code, "null")));
            assertThatThrownBy(this::call).isInstanceOf(GatewayException.class).hasMessageContaining(code);
            assertThat(gateway.received(StubGateway.PATH)).as(code).hasSize(1);
            assertThat(gateway.keyCalls()).as(code).isZero();
        }
    }

    @Test
    void opensAnAnswerThatIsSealedUnderANewerKey() {
        useOnce(first);
        gateway.handOut(second);
        gateway.answer(okJson(second.sealed("{\"a\":2}")));

        assertThat(call()).isEqualTo("{\"a\":2}");
        assertThat(gateway.received(StubGateway.PATH)).as("it was carried out").hasSize(1);
        assertThat(gateway.keyCalls()).isEqualTo(1);
        assertThat(call()).isEqualTo("{\"a\":2}");
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void callsAnAnswerThatNoKeyOpensACryptoErrorAfterOneFetch() {
        useOnce(first);
        gateway.answer(okJson(StubKey.of(3, now).sealed("{}")));
        assertThatThrownBy(this::call).isInstanceOf(CryptoException.class);
        assertThat(gateway.keyCalls()).isEqualTo(1);

        gateway.handOut(second);
        assertThatThrownBy(this::call).isInstanceOf(CryptoException.class);
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void doesNotCallItATransportErrorWhenTheCallWasCarriedOutAndOnlyTheKeyApiIsDown() {
        useOnce(first);
        gateway.answer(okJson(second.sealed("{}")));
        gateway.answer(StubGateway.GET_KEY, aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        CryptoException.class,
                        e -> assertThat(e.getSuppressed())
                                .singleElement()
                                .satisfies(why -> assertThat(why).hasMessageContaining(StubGateway.GET_KEY)));
    }
}
