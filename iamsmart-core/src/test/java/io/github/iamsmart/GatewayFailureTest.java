package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes back, or does not, the caller gets one of our exceptions, within the time-out. */
@Timeout(60)
class GatewayFailureTest {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);

    private final StubGateway gateway = new StubGateway();

    /** The first call of a JVM loads classes, which on a busy machine takes longer than the short time-out here. */
    @BeforeAll
    static void makeTheFirstCallOfThisJvm() {
        try (StubGateway gateway = new StubGateway();
                IamSmartClient client = gateway.client().build()) {
            gateway.answer(okJson(gateway.sealed("{}")));
            client.call(StubGateway.PATH, Map.of(), Map.class);
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    static Stream<Arguments> nonsense() {
        String html = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        return Stream.of(
                Arguments.of(
                        "HTML with 502",
                        aResponse()
                                .withStatus(502)
                                .withHeader("Content-Type", "text/html")
                                .withBody(html)),
                Arguments.of("HTML with 200", aResponse().withBody(html)),
                Arguments.of("nothing with 200", aResponse()),
                Arguments.of("nothing with 404", aResponse().withStatus(404)),
                Arguments.of(
                        "a redirect", aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/")),
                Arguments.of("JSON that ends early", okJson("{\"txID\":\"1\",\"code\":\"D00000\",\"content\":\"AAAA")),
                Arguments.of("an array", okJson("[1]")),
                Arguments.of("no code", okJson("{\"txID\":\"1\",\"message\":\"SUCCESS\"}")),
                Arguments.of("a code that is an object", okJson("{\"code\":{}}")),
                Arguments.of("success without content", okJson("{\"code\":\"D00000\"}")),
                Arguments.of("success with empty content", okJson(StubGateway.envelope("D00000", "\"\""))),
                Arguments.of("success with content in clear", okJson(StubGateway.envelope("D00000", "{\"a\":1}"))),
                Arguments.of(
                        "Big5 in place of UTF-8",
                        aResponse()
                                .withBody(bytes("{\"code\":\"D00000\",\"message\":\"成功\"}", Charset.forName("Big5")))),
                Arguments.of("JSON nested without end", okJson("{\"a\":".repeat(5_000))));
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void callsAnAnswerThatIsNoneAProtocolError(String what, ResponseDefinitionBuilder answer) {
        gateway.answer(answer);
        assertThatThrownBy(this::call)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(StubGateway.PATH)
                .hasMessageNotContaining("Bad Gateway");
    }

    @Test
    void carriesTheHttpStatusOfAnErrorPage() {
        gateway.answer(aResponse().withStatus(502).withBody("<html>"));
        assertThatThrownBy(this::call).isInstanceOfSatisfying(ProtocolException.class, e -> {
            assertThat(e.httpStatus()).isEqualTo(502);
            assertThat(e.retryCanHelp()).isTrue();
        });
    }

    @Test
    void readsUtf16BecauseItIsStillJson() {
        gateway.answer(aResponse().withBody(bytes(gateway.sealed("{\"a\":\"b\"}"), UTF_16LE)));
        try (IamSmartClient client = gateway.client().build()) {
            assertThat(client.call(StubGateway.PATH, Map.of(), String.class)).isEqualTo("{\"a\":\"b\"}");
        }
    }

    @Test
    void callsContentThatDoesNotOpenACryptoError() {
        for (String content : new String[] {"\"not Base64!\"", "\"AAAADA==\"", "\"" + "A".repeat(100) + "\""}) {
            gateway.answer(okJson(StubGateway.envelope("D00000", content)));
            assertThatThrownBy(this::call).isInstanceOf(CryptoException.class).hasMessageNotContaining("AAAA");
        }
    }

    @Test
    void callsContentThatIsNoJsonAProtocolError() {
        gateway.answer(okJson(gateway.sealed("Wong Tai Sin")));
        assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class).hasMessageNotContaining("Wong");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a slow drip", okJson("{\"code\":\"D20000\"}").withChunkedDribbleDelay(10, 60_000)),
                Arguments.of("silence", okJson("{\"code\":\"D20000\"}").withFixedDelay(60_000)),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("an end in the middle", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("garbage and an end", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("an end at once", aResponse().withFault(Fault.EMPTY_RESPONSE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void callsABrokenAnswerATransportErrorAndDoesNotRepeatWhatMayHaveArrived(
            String what, ResponseDefinitionBuilder answer) {
        gateway.answer(answer);
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue());
        assertThat(gateway.pauses()).isEmpty();
    }

    @Test
    void endsInTimeAlthoughEachAttemptIsAskedToWait() {
        gateway.answer(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.httpStatus()).isEqualTo(429));
        assertThat(gateway.pauses()).as("an hour is beyond the time-out").isEmpty();
    }

    @Test
    void callsAClosedPortATransportErrorAfterAFewAttempts() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (IamSmartClient client = gateway.client().baseUrl(closed).build()) {
            assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of(), Map.class))
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e.mayHaveArrived()).isFalse();
                        assertThat(e).hasMessageContaining("127.0.0.1");
                    });
        }
        assertThat(gateway.pauses()).hasSize(2);
    }

    @Test
    void callsARefusalByItsCodeWhateverTheHttpStatus() {
        gateway.answer(okJson("{\"txID\":\"abc\",\"code\":\"D20012\",\"msg\":\"scope\"}")
                .withStatus(403));
        assertThatThrownBy(this::call).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.code().value()).isEqualTo("D20012");
            assertThat(e.txId()).contains("abc");
            assertThat(e).hasMessageContaining("scope").hasMessageContaining(StubGateway.PATH);
        });
    }

    @Test
    void keepsALineBreakOfTheGatewaysMessageOutOfTheLog() {
        gateway.answer(okJson("{\"code\":\"D20000\",\"message\":\"a\\nWARN forged\"}"));
        assertThatThrownBy(this::call).isInstanceOf(IamSmartException.class).hasMessageNotContaining("\n");
    }

    private void call() throws Throwable {
        ThrowingCallable call = () -> {
            try (IamSmartClient client =
                    gateway.client().callTimeout(CALL_TIMEOUT).build()) {
                client.call(StubGateway.PATH, Map.of("a", "b"), Map.class);
            }
        };
        call.call();
    }

    @Test
    void opensAGoodAnswer() {
        gateway.answer(okJson(gateway.sealed("{\"a\":\"名\"}")));
        try (IamSmartClient client = gateway.client().build()) {
            assertThat(client.call(StubGateway.PATH, Map.of("q", "陳"), String.class))
                    .isEqualTo("{\"a\":\"名\"}");
        }
        assertThat(gateway.received(StubGateway.PATH)).singleElement().satisfies(request -> {
            assertThat(gateway.opened(request)).isEqualTo("{\"q\":\"陳\"}");
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(new String(request.getBody(), UTF_8)).matches("\\{\"content\":\"AAAAD[^\"]+\"\\}");
        });
    }
}
