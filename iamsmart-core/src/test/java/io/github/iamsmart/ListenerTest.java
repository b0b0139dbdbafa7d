package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.KeyReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client tells about itself, and that telling it harms nothing. */
@Timeout(30)
class ListenerTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final StubGateway gateway = new StubGateway();
    private final Recorder recorder = new Recorder();
    private final IamSmartClient client = gateway.client()
            .clock(clock)
            .listener(new Thrower())
            .listener(recorder)
            .build();

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private static final class Recorder implements IamSmartListener {
        private final List<CallReport> calls = new CopyOnWriteArrayList<>();
        private final List<KeyReport> keys = new CopyOnWriteArrayList<>();
        private final List<Duration> skews = new CopyOnWriteArrayList<>();

        @Override
        public void onCall(CallReport report) {
            calls.add(report);
        }

        @Override
        public void onKeyRefresh(KeyReport report) {
            keys.add(report);
        }

        @Override
        public void onClockSkew(Duration skew) {
            skews.add(skew);
        }

        CallReport latest() {
            return calls.get(calls.size() - 1);
        }
    }

    /** Throws everything that Java, or another language of the JVM, can throw where nobody expects it. */
    private static final class Thrower implements IamSmartListener {
        @Override
        public void onCall(CallReport report) {
            throw new IllegalStateException("a listener's bug");
        }

        @Override
        public void onKeyRefresh(KeyReport report) {
            throw Thrower.<RuntimeException>unchecked(new IOException("a listener's disk"));
        }

        @Override
        public void onClockSkew(Duration skew) {
            throw new NoClassDefFoundError("com/example/Missing");
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E unchecked(Throwable any) throws E {
            throw (E) any;
        }
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of(), String.class);
    }

    @Test
    void aListenerThatThrowsHarmsNeitherTheCallNorTheOtherListeners() {
        gateway.answer(okJson(gateway.sealed("{}")).withHeader("Date", "Mon, 23 Nov 2026 09:00:00 GMT"));
        assertThat(call()).isEqualTo("{}");
        assertThat(recorder.calls).hasSize(2);
        assertThat(recorder.keys).hasSize(1);
        assertThat(recorder.skews).isNotEmpty();
    }

    @Test
    void reportsASuccess() {
        gateway.answer(okJson(gateway.sealed("{}")));
        call();
        assertThat(recorder.calls).extracting(CallReport::path).containsExactly(StubGateway.GET_KEY, StubGateway.PATH);
        assertThat(recorder.latest()).satisfies(report -> {
            assertThat(report.attempts()).isEqualTo(1);
            assertThat(report.httpStatus()).isEqualTo(200);
            assertThat(report.code())
                    .hasValueSatisfying(code -> assertThat(code.isSuccess()).isTrue());
            assertThat(report.txId()).contains("00000000000000000000000000000002");
            assertThat(report.failure()).isEmpty();
            assertThat(report.duration()).isPositive();
        });
        assertThat(client.health().lastSuccessAt()).contains(clock.instant());
        assertThat(client.health().lastFailure()).isEmpty();
    }

    @Test
    void reportsARefusal() {
        gateway.answer(okJson(StubGateway.envelope("D20012", "null")).withStatus(403));
        assertThatThrownBy(this::call).isInstanceOf(GatewayException.class);
        assertThat(recorder.latest()).satisfies(report -> {
            assertThat(report.httpStatus()).isEqualTo(403);
            assertThat(report.code())
                    .hasValueSatisfying(code -> assertThat(code.value()).isEqualTo("D20012"));
            assertThat(report.failure()).isEmpty();
        });
        assertThat(client.health().lastFailure()).hasValueSatisfying(failure -> {
            assertThat(failure.path()).isEqualTo(StubGateway.PATH);
            assertThat(failure.kind()).isEqualTo("GatewayException");
            assertThat(failure.code().orElseThrow().value()).isEqualTo("D20012");
            assertThat(failure.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void reportsAFailureWithItsAttempts() {
        gateway.answer(aResponse().withStatus(503));
        assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class);
        assertThat(recorder.latest()).satisfies(report -> {
            assertThat(report.attempts()).isEqualTo(3);
            assertThat(report.httpStatus()).isEqualTo(503);
            assertThat(report.code()).isEmpty();
            assertThat(report.failure()).containsInstanceOf(ProtocolException.class);
        });
        assertThat(client.health().lastFailure())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo("ProtocolException"));
    }

    @Test
    void measuresTheSkewAndAppliesItToNothing() {
        gateway.answer(okJson(gateway.sealed("{}")).withHeader("Date", "Mon, 23 Nov 2026 09:00:00 GMT"));
        call();
        clock.advance(Duration.ofSeconds(1));
        call();
        assertThat(recorder.skews).last().isEqualTo(Duration.ofHours(1));
        assertThat(client.health().clockSkew()).contains(Duration.ofHours(1).minusSeconds(1));
        assertThat(gateway.received(StubGateway.PATH))
                .extracting(request -> request.getHeader("timestamp"))
                .containsExactly("1795420800000", "1795420801000");
    }

    @Test
    void knowsNothingBeforeTheFirstCallAndMakesNone() {
        assertThat(client.health()).satisfies(health -> {
            assertThat(health.cekIssuedAt()).isEmpty();
            assertThat(health.cekExpiresAt()).isEmpty();
            assertThat(health.clockSkew()).isEmpty();
            assertThat(health.lastSuccessAt()).isEmpty();
            assertThat(health.lastFailure()).isEmpty();
            assertThat(health.kekCertificates()).singleElement().satisfies(kek -> {
                assertThat(kek.notAfter()).isEqualTo(Optional.empty());
                assertThat(kek.expired()).isFalse();
            });
        });
        assertThat(gateway.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void tellsTheAgeOfTheKey() {
        StubKey key = StubKey.of(1, clock.instant().minus(Duration.ofHours(3)));
        gateway.handOut(key);
        gateway.answer(okJson(key.sealed("{}")));
        call();
        assertThat(client.health().cekIssuedAt()).contains(key.issuedAt());
        assertThat(client.health().cekExpiresAt()).contains(key.issuedAt().plus(StubKey.LIFE));
    }
}
