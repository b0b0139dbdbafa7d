package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.signin.AuthorizationCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, when, how often, and what never is. */
@Timeout(30)
class RetryTest {

    private static final String GET_TOKEN = "/api/v1/auth/getToken";

    private final MutableClock clock = new MutableClock(Instant.now());
    private final StubGateway gateway = new StubGateway();
    private final IamSmartClient client = gateway.client().clock(clock).build();

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of("a", "b"), String.class);
    }

    private int received(String path) {
        return gateway.received(path).size();
    }

    /** These answers one after the other, and from then on a good one. */
    private void answer(String path, List<ResponseDefinitionBuilder> before, ResponseDefinitionBuilder last) {
        for (int i = 0; i <= before.size(); i++) {
            gateway.server()
                    .stubFor(post(urlPathEqualTo(path))
                            .inScenario(path)
                            .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                            .willReturn(i == before.size() ? last : before.get(i))
                            .willSetStateTo("after " + Math.min(i + 1, before.size())));
        }
    }

    private ResponseDefinitionBuilder good() {
        return okJson(gateway.sealed("{\"good\":true}"));
    }

    private static ResponseDefinitionBuilder busy(int status) {
        return aResponse().withStatus(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void comesBackAfterBeingAskedToWait(int status) {
        answer(StubGateway.PATH, List.of(busy(status), busy(status)), good());
        assertThat(call()).isEqualTo("{\"good\":true}");
        assertThat(received(StubGateway.PATH)).isEqualTo(3);
        assertThat(gateway.pauses())
                .satisfiesExactly(
                        first -> assertThat(first).isBetween(Duration.ofMillis(100), Duration.ofMillis(400)),
                        second -> assertThat(second).isBetween(Duration.ofMillis(100), Duration.ofMillis(800)));
    }

    @Test
    void waitsAsLongAsAskedAndALittleLonger() {
        answer(StubGateway.PATH, List.of(busy(429).withHeader("Retry-After", "2")), good());
        call();
        assertThat(gateway.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(2_100), Duration.ofMillis(2_400)));
    }

    @Test
    void waitsUntilTheDateThatIsAsked() {
        answer(
                StubGateway.PATH,
                List.of(busy(503)
                        .withHeader("Date", "Mon, 23 Nov 2026 08:00:00 GMT")
                        .withHeader("Retry-After", "Mon, 23 Nov 2026 08:00:03 GMT")),
                good());
        call();
        assertThat(gateway.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(3_100), Duration.ofMillis(3_400)));
    }

    @Test
    void doesNotComeBackTogetherWithAllTheOthers() {
        gateway.answer(busy(429).withHeader("Retry-After", "2"));
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class);
        }
        assertThat(gateway.pauses()).hasSizeGreaterThan(10);
        assertThat(Set.copyOf(gateway.pauses())).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "99999999999999999999", "Fri, 23 Nov 2096 08:00:00 GMT"})
    void givesUpAtOnceWhenItIsAskedToWaitBeyondTheTimeOut(String retryAfter) {
        gateway.answer(
                busy(429).withHeader("Date", "Mon, 23 Nov 2026 08:00:00 GMT").withHeader("Retry-After", retryAfter));
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.httpStatus()).isEqualTo(429));
        assertThat(gateway.pauses()).isEmpty();
        assertThat(received(StubGateway.PATH)).isEqualTo(1);
    }

    /** OkHttp reads the header of a 503 itself, and fails where the number does not fit an int. */
    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "3000000000", "99999999999999999999"})
    void givesUpAtOnceWhereTheNumberOfSecondsDoesNotFitAnInt(String retryAfter) {
        gateway.answer(busy(503).withHeader("Retry-After", retryAfter));
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.httpStatus()).isEqualTo(503));
        assertThat(gateway.pauses()).isEmpty();
        assertThat(received(StubGateway.PATH)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "Mon, 23 Nov 2026 08:00:03 GMT"})
    void choosesItsOwnPauseWhereRetryAfterSaysNothing(String retryAfter) {
        answer(StubGateway.PATH, List.of(busy(503).withHeader("Retry-After", retryAfter)), good());
        call();
        assertThat(gateway.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isLessThan(Duration.ofMillis(400)));
    }

    @Test
    void showsTheCodeOfTheGatewayWhenItStaysBusy() {
        gateway.answer(okJson(StubGateway.envelope("D20000", "null")).withStatus(503));
        assertThatThrownBy(this::call).isInstanceOf(GatewayException.class).hasMessageContaining("D20000");
        assertThat(received(StubGateway.PATH)).isEqualTo(3);
    }

    @Test
    void sendsEachAttemptAsARequestOfItsOwn() {
        answer(StubGateway.PATH, List.of(busy(503), busy(503)), good());
        call();
        for (String name : List.of("nonce", "signature")) {
            assertThat(gateway.received(StubGateway.PATH))
                    .extracting(request -> request.getHeader(name))
                    .doesNotHaveDuplicates();
        }
        assertThat(gateway.received(StubGateway.PATH))
                .as("sealed anew, with another IV")
                .extracting(request -> request.getBodyAsString())
                .doesNotHaveDuplicates();
        assertThat(gateway.received(StubGateway.PATH))
                .allSatisfy(request -> assertThat(Signatures.isGood(request)).isTrue());
    }

    @Test
    void spendsASmallBudgetThatTimeRefills() {
        gateway.answer(busy(503));
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class);
        }
        assertThat(gateway.pauses()).hasSize(20);
        assertThat(received(StubGateway.PATH)).isEqualTo(15 + 20);

        clock.advance(Duration.ofSeconds(3));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class);
        }
        assertThat(gateway.pauses()).hasSize(20 + 3);
    }

    @Test
    void triesAgainWhenTheConnectionIsRefused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        WireMockServer late = new WireMockServer(options().port(port).bindAddress("127.0.0.1"));
        late.stubFor(post(urlPathEqualTo(StubGateway.PATH)).willReturn(good()));
        IamSmartClientBuilder builder = gateway.client()
                .baseUrl(URI.create("http://127.0.0.1:" + port))
                .cekStore(storeWithTheKey())
                .pause(time -> {
                    if (!late.isRunning()) {
                        late.start();
                    }
                });
        try (IamSmartClient patient = builder.build()) {
            assertThat(patient.call(StubGateway.PATH, Map.of(), String.class)).isEqualTo("{\"good\":true}");
        } finally {
            late.stop();
        }
    }

    private CekStore storeWithTheKey() {
        WrappedCek key = gateway.key().wrapped();
        return new CekStore() {
            @Override
            public Optional<WrappedCek> find(String clientId) {
                return Optional.of(key);
            }

            @Override
            public void save(String clientId, WrappedCek cek) {}
        };
    }

    static Stream<Arguments> whatAKeyCallSurvives() {
        return Stream.of(
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("an end at once", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("429", busy(429)),
                Arguments.of("502", busy(502).withBody("<html>Bad Gateway</html>")),
                Arguments.of("503", busy(503)),
                Arguments.of("504", busy(504)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatAKeyCallSurvives")
    void repeatsACallOfTheKeyApi(String what, ResponseDefinitionBuilder trouble) {
        answer(
                StubGateway.GET_KEY,
                List.of(trouble, trouble),
                okJson(gateway.key().answer()));
        gateway.answer(good());
        assertThat(call()).isEqualTo("{\"good\":true}");
        assertThat(received(StubGateway.GET_KEY)).isEqualTo(3);
    }

    static Stream<Arguments> whatIsNotRepeated() {
        return Stream.of(
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("an end at once", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("500", busy(500)),
                Arguments.of("502", busy(502)),
                Arguments.of("504", busy(504)),
                Arguments.of("408", busy(408)),
                Arguments.of("421", busy(421)),
                Arguments.of("401", busy(401).withHeader("WWW-Authenticate", "Basic realm=\"x\"")),
                Arguments.of("407", busy(407).withHeader("Proxy-Authenticate", "Basic realm=\"x\"")),
                Arguments.of("301", busy(301).withHeader("Location", StubGateway.PATH)),
                Arguments.of("307", busy(307).withHeader("Location", StubGateway.PATH)),
                Arguments.of("308", busy(308).withHeader("Location", StubGateway.PATH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNotRepeated")
    void doesNotRepeatWhatMayHaveBeenCarriedOut(String what, ResponseDefinitionBuilder trouble) {
        gateway.answer(trouble);
        assertThatThrownBy(this::call).isInstanceOf(IamSmartException.class);
        assertThat(received(StubGateway.PATH)).isEqualTo(1);
        assertThat(gateway.pauses()).isEmpty();
    }

    static Stream<Arguments> whateverHappens() {
        return Stream.concat(
                whatIsNotRepeated(),
                Stream.of(
                        Arguments.of("429", busy(429)),
                        Arguments.of("503", busy(503)),
                        Arguments.of("503 now", busy(503).withHeader("Retry-After", "0"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whateverHappens")
    void neverSendsAnAuthorizationCodeTwice(String what, ResponseDefinitionBuilder trouble) {
        gateway.answer(GET_TOKEN, trouble);
        assertThatThrownBy(() -> client.signIn().exchange(AuthorizationCode.of("canary-code")))
                .isInstanceOf(IamSmartException.class);
        assertThat(received(GET_TOKEN)).isEqualTo(1);
        assertThat(gateway.pauses()).isEmpty();
    }

    @Test
    void neverLetsTheHttpLibraryRepeatARequest() {
        gateway.answer(busy(503).withHeader("Retry-After", "0"));
        assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class);
        assertThat(gateway.received(StubGateway.PATH))
                .hasSize(3)
                .extracting(request -> request.getHeader("nonce"))
                .doesNotHaveDuplicates();
    }

    @Test
    void endsWithinTheTimeOutOfTheWholeCall() {
        gateway.answer(busy(503).withFixedDelay(1_500));
        try (IamSmartClient hasty =
                gateway.client().callTimeout(Duration.ofMillis(2_500)).build()) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> hasty.call(StubGateway.PATH, Map.of(), String.class))
                    .isInstanceOf(IamSmartException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as("three attempts would take 4.5 s")
                    .isLessThan(Duration.ofSeconds(4));
        }
        assertThat(received(StubGateway.PATH)).isLessThanOrEqualTo(2);
    }

    @Test
    void anInterruptionEndsThePauseAndIsKept() {
        gateway.answer(busy(503));
        IamSmartClientBuilder builder = gateway.client().pause(time -> {
            throw new InterruptedException();
        });
        try (IamSmartClient interrupted = builder.build()) {
            assertThatThrownBy(() -> interrupted.call(StubGateway.PATH, Map.of(), String.class))
                    .isInstanceOf(ProtocolException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(received(StubGateway.PATH)).isEqualTo(1);
    }

    /** While the thread is blocked in the socket, Java notices no interruption: the call then ends by its time-outs. */
    @Test
    void anInterruptedThreadDoesNotCallAndStaysInterrupted() {
        gateway.answer(good());
        call();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(this::call)
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(received(StubGateway.PATH)).isLessThanOrEqualTo(2);
    }
}
