package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.signin.AuthorizationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire. */
@Timeout(30)
class SignedRequestTest {

    private static final Set<String> OURS =
            Set.of("clientid", "signaturemethod", "timestamp", "nonce", "signature", "content-type");
    private static final Set<String> OF_HTTP =
            Set.of("host", "connection", "content-length", "accept-encoding", "user-agent");

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00.123Z"));
    private final StubGateway gateway = new StubGateway();
    private final IamSmartClient client = gateway.client().clock(clock).build();

    @BeforeEach
    void open() {
        gateway.handOut(StubKey.of(1, clock.instant()));
        gateway.answer(okJson(gateway.sealed("{}")));
    }

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of("name", "陳大文"), String.class);
    }

    private LoggedRequest latest(String path) {
        List<LoggedRequest> received = gateway.received(path);
        return received.get(received.size() - 1);
    }

    private static Set<String> names(LoggedRequest request) {
        Set<String> names = new TreeSet<>();
        request.getAllHeaderKeys().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    @Test
    void hasTheFiveHeadersAndTheContentTypeAndNothingElseOfItsOwn() {
        call();
        for (String path : List.of(StubGateway.PATH, StubGateway.GET_KEY)) {
            LoggedRequest request = latest(path);
            Set<String> names = names(request);
            assertThat(names).containsAll(OURS);
            names.removeAll(OURS);
            assertThat(OF_HTTP).containsAll(names);
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(request.getHeader("clientID")).isEqualTo(StubGateway.CLIENT_ID);
            assertThat(request.getHeader("signatureMethod")).isEqualTo("HmacSHA256");
            assertThat(request.getHeader("timestamp")).isEqualTo("1795420800123");
            assertThat(request.getHeader("nonce")).matches("[0-9a-f-]{36}");
            assertThat(request.getHeader("signature")).matches("(%2B|%2F|[A-Za-z0-9]){43}%3D");
        }
    }

    @Test
    void signsExactlyTheBytesThatItSends() {
        call();
        assertThat(Signatures.isGood(latest(StubGateway.PATH))).isTrue();
        assertThat(latest(StubGateway.PATH).getBodyAsString()).matches("\\{\"content\":\"AAAAD[A-Za-z0-9+/=]+\"\\}");
        assertThat(gateway.opened(latest(StubGateway.PATH))).isEqualTo("{\"name\":\"陳大文\"}");
    }

    @Test
    void signsTheEmptyTextWhereNothingIsSent() {
        call();
        LoggedRequest getKey = latest(StubGateway.GET_KEY);
        assertThat(getKey.getBodyAsString()).isEmpty();
        assertThat(Signatures.isGood(getKey)).isTrue();
    }

    @Test
    void neverLetsTimestampsDecreaseWhenTheClockGoesBack() {
        call();
        clock.advance(Duration.ofMinutes(-5));
        call();
        clock.advance(Duration.ofMinutes(5).plusMillis(7));
        call();
        assertThat(gateway.received(StubGateway.PATH))
                .extracting(request -> request.getHeader("timestamp"))
                .containsExactly("1795420800123", "1795420800123", "1795420800130");
    }

    @Test
    void followsAClockThatWasAnHourAheadForOneCall() {
        clock.advance(Duration.ofHours(1));
        call();
        clock.advance(Duration.ofHours(-1));
        call();
        assertThat(gateway.received(StubGateway.PATH))
                .extracting(request -> request.getHeader("timestamp"))
                .containsExactly("1795424400123", "1795420800123");
    }

    @Test
    void neverUsesANonceTwice() throws InterruptedException {
        Crowd.of(20, this::call);
        assertThat(gateway.received(StubGateway.PATH))
                .hasSize(20)
                .extracting(request -> request.getHeader("nonce"))
                .doesNotHaveDuplicates();
    }

    private void refuseOnce(String path, String message, String good) {
        gateway.server()
                .stubFor(post(urlPathEqualTo(path))
                        .inScenario("timestamp")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(okJson("{\"code\":\"D20003\",\"message\":\"" + message + "\"}"))
                        .willSetStateTo("refused"));
        gateway.server()
                .stubFor(post(urlPathEqualTo(path))
                        .inScenario("timestamp")
                        .whenScenarioStateIs("refused")
                        .willReturn(okJson(good)));
    }

    @Test
    void answersARefusalForItsTimestampWithOneFreshRequest() {
        refuseOnce(StubGateway.PATH, "Invalid Timestamp", gateway.sealed("{\"good\":1}"));
        assertThat(call()).isEqualTo("{\"good\":1}");
        assertThat(gateway.received(StubGateway.PATH))
                .hasSize(2)
                .allSatisfy(request -> assertThat(Signatures.isGood(request)).isTrue())
                .extracting(request -> request.getHeader("nonce"))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesSoForACodeTooBecauseWhatWasRefusedWasNotCarriedOut() {
        String path = "/api/v1/auth/getToken";
        refuseOnce(
                path,
                "timestamp",
                gateway.sealed("{\"accessToken\":\"canary-token\",\"openID\":\"id\",\"expiresIn\":1000}"));
        assertThat(client.signIn().exchange(AuthorizationCode.of("canary-code")).value())
                .isEqualTo("canary-token");
        assertThat(gateway.received(path)).hasSize(2);
    }

    @Test
    void showsASecondRefusalForItsTimestamp() {
        gateway.answer(okJson("{\"code\":\"D20003\",\"message\":\"timestamp\"}"));
        assertThatThrownBy(this::call).isInstanceOf(GatewayException.class).hasMessageContaining("D20003");
        assertThat(gateway.received(StubGateway.PATH)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"D20003\",\"message\":\"state\"}",
                "{\"code\":\"D20003\"}",
                "{\"code\":\"D20004\",\"message\":\"timestamp\"}",
                "{\"code\":\"D20006\",\"message\":\"timestamp\"}"
            })
    void takesEveryOtherRefusalAsItIs(String answer) {
        gateway.answer(okJson(answer));
        assertThatThrownBy(this::call).isInstanceOf(GatewayException.class);
        assertThat(gateway.received(StubGateway.PATH)).hasSize(1);
    }
}
