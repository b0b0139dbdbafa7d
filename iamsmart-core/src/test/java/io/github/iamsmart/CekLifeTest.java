package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The content key through its day: the first need, the renewal, the end, the outage. */
@Timeout(90)
class CekLifeTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");
    private static final int CROWD = 1_000;

    private final MutableClock clock = new MutableClock(MORNING);
    private final StubGateway gateway = new StubGateway();
    private final KeyReports reports = new KeyReports();
    private final StubKey first = StubKey.of(1, MORNING);
    private final IamSmartClient client = gateway.client()
            .clock(clock)
            .listener(reports)
            .connectTimeout(Duration.ofSeconds(20))
            .readTimeout(Duration.ofSeconds(20))
            .callTimeout(Duration.ofSeconds(50))
            .build();

    @BeforeEach
    void open() {
        handOut(first);
    }

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private void handOut(StubKey key) {
        gateway.handOut(key);
        gateway.answer(okJson(key.sealed("{\"sealedUnder\":\"" + key.issuedAt() + "\"}")));
    }

    private String call() {
        return client.call(StubGateway.PATH, Map.of("a", "b"), String.class);
    }

    private void assertLatestRequestIsSealedUnder(StubKey key) {
        assertThat(gateway.received(StubGateway.PATH))
                .last()
                .satisfies(request -> assertThat(key.opens(request)).isTrue());
    }

    @Test
    void buildingAClientFetchesNothing() {
        assertThat(gateway.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void firstUseByAThousandThreadsFetchesOnce() throws InterruptedException {
        assertThat(Crowd.of(CROWD, this::call)).hasSize(CROWD);
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void aThousandThreadsAtTheEndOfTheKeyFetchOnceAndNobodyFails() throws InterruptedException {
        call();
        clock.advance(StubKey.LIFE);
        StubKey second = StubKey.of(2, clock.instant());
        handOut(second);
        gateway.server().resetRequests();

        assertThat(Crowd.of(CROWD, this::call)).containsOnly("{\"sealedUnder\":\"" + second.issuedAt() + "\"}");
        assertThat(gateway.keyCalls()).isEqualTo(1);
        assertThat(gateway.received(StubGateway.PATH))
                .hasSize(CROWD)
                .allSatisfy(request -> assertThat(second.opens(request)).isTrue());
    }

    @Test
    void aThousandThreadsWhoseKeyWasRevokedFetchOnceAndNobodyFails() throws InterruptedException {
        call();
        StubKey second = StubKey.of(2, clock.instant());
        handOut(second);
        gateway.refuseKey(first, "D30002");
        gateway.server().resetRequests();

        assertThat(Crowd.of(CROWD, this::call)).hasSize(CROWD);
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void renewsInTheBackgroundAheadOfTheEnd() throws InterruptedException {
        call();
        assertThat(reports.next().newKey()).isTrue();
        clock.advance(StubKey.LIFE.minus(Duration.ofMinutes(11)));
        call();
        assertThat(gateway.keyCalls()).as("too early").isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        StubKey second = StubKey.of(2, clock.instant());
        gateway.handOut(second);
        call();
        assertLatestRequestIsSealedUnder(first);
        assertThat(reports.next()).satisfies(report -> {
            assertThat(report.newKey()).isTrue();
            assertThat(report.expiresAt()).contains(clock.instant().plus(StubKey.LIFE));
        });

        handOut(second);
        call();
        assertLatestRequestIsSealedUnder(second);
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void anOutageOfTheKeyApiHarmsNobodyWhileTheKeyLives() throws InterruptedException {
        call();
        reports.next();
        gateway.server().resetRequests();
        gateway.answer(StubGateway.GET_KEY, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        clock.advance(StubKey.LIFE.minus(Duration.ofMinutes(10)).minusSeconds(1));
        for (int second = 0; second < 600; second += 20) {
            call();
            if (second % 40 == 20) {
                assertThat(reports.next()).satisfies(report -> {
                    assertThat(report.failure()).isPresent();
                    assertThat(report.expiresAt()).contains(MORNING.plus(StubKey.LIFE));
                });
            }
            clock.advance(Duration.ofSeconds(20));
        }
        assertThat(reports.waiting()).isZero();
        assertThat(gateway.keyCalls())
                .as("every 40 seconds, three attempts each")
                .isEqualTo(45);

        clock.advance(Duration.ofSeconds(1));
        handOut(StubKey.of(2, clock.instant()));
        call();
    }

    @Test
    void withoutAnyKeyTheFailureOfTheKeyApiIsTheFailureOfTheCall() {
        gateway.answer(StubGateway.GET_KEY, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(this::call).isInstanceOf(TransportException.class).hasMessageContaining(StubGateway.GET_KEY);
        assertThat(gateway.received(StubGateway.PATH)).isEmpty();

        handOut(first);
        call();
    }

    @Test
    void aClockThatIsAheadCostsAFewFetchesAndNoCall() throws InterruptedException {
        clock.advance(StubKey.LIFE.multipliedBy(2));
        for (int minute = 0; minute < 10; minute++) {
            call();
            clock.advance(Duration.ofSeconds(30));
            call();
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(gateway.keyCalls()).isBetween(5, 21);
    }

    @Test
    void aClockThatIsBehindLearnsOfTheEndFromTheGateway() {
        clock.advance(StubKey.LIFE.multipliedBy(-2));
        call();
        StubKey second = StubKey.of(2, MORNING.plus(StubKey.LIFE));
        handOut(second);
        gateway.refuseKey(first, "D30002");
        call();
        assertLatestRequestIsSealedUnder(second);
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void takesAnExpiryThatIsAMomentAndNoLifetime() throws InterruptedException {
        Instant end = MORNING.plus(Duration.ofHours(2));
        gateway.handOut(first.withExpiresIn(end.toEpochMilli()));
        call();
        assertThat(reports.next().expiresAt()).contains(end);
        assertThat(client.health().cekExpiresAt()).contains(end);

        clock.advance(Duration.ofHours(2));
        handOut(StubKey.of(2, clock.instant()));
        call();
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsAboutToEndIsNotStretched() throws InterruptedException {
        call();
        clock.advance(StubKey.LIFE.minusSeconds(20));
        call();
        assertThat(reports.next().newKey()).isTrue();
        assertThat(reports.next())
                .as("the gateway hands the same key out until its end")
                .satisfies(report -> {
                    assertThat(report.newKey()).isFalse();
                    assertThat(report.expiresAt()).contains(MORNING.plus(StubKey.LIFE));
                });
        clock.advance(Duration.ofSeconds(20));
        StubKey second = StubKey.of(2, clock.instant());
        handOut(second);
        gateway.refuseKey(first, "D30002");
        gateway.server().resetRequests();
        call();
        assertThat(gateway.received(StubGateway.PATH))
                .as("no request is wasted on the old key")
                .singleElement()
                .satisfies(request -> assertThat(second.opens(request)).isTrue());
    }

    @Test
    void revokesOnlyWhenTold() {
        gateway.answer("/api/v1/security/revokeKey", okJson(StubGateway.envelope("D00000", "null")));
        call();
        client.revokeCek();
        assertThat(client.health().cekExpiresAt()).isEmpty();
        StubKey second = StubKey.of(2, clock.instant());
        handOut(second);
        call();
        assertLatestRequestIsSealedUnder(second);
        assertThat(gateway.received("/api/v1/security/revokeKey")).hasSize(1);
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void keepsTheKeyWhenTheGatewayDoesNotRevokeIt() {
        gateway.answer("/api/v1/security/revokeKey", okJson(StubGateway.envelope("D20012", "null")));
        call();
        assertThatThrownBy(client::revokeCek).isInstanceOf(IamSmartException.class);
        call();
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }
}
