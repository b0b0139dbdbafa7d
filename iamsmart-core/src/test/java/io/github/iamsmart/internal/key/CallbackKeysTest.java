package io.github.iamsmart.internal.key;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.iamsmart.Crowd;
import io.github.iamsmart.MutableClock;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.crypto.ContentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which keys a callback may be opened with, and when the gateway is asked for one more. */
@Timeout(60)
class CallbackKeysTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final StubGateway gateway = new StubGateway();
    private final StubKey first = StubKey.of(1, clock.instant());
    private final StubKey second = StubKey.of(2, clock.instant());
    private final CekSource source = CekSources.on(gateway, clock);

    @BeforeEach
    void open() {
        gateway.handOut(first);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Optional<ContentKey> fetchForCallback() {
        return source.fetchForCallback(source.known()).map(KnownKey::key);
    }

    private List<ContentKey> known() {
        return source.known().stream().map(KnownKey::key).toList();
    }

    @Test
    void knowsNoKeyBeforeTheFirstFetch() {
        assertThat(known()).isEmpty();
        assertThat(gateway.keyCalls()).isZero();
    }

    @Test
    void knowsTheKeyInUseAndForEighteenMinutesTheOneBefore() {
        CekSources.current(source);
        gateway.handOut(second);
        assertThat(fetchForCallback()).contains(second.key());
        assertThat(known()).containsExactly(second.key(), first.key());

        clock.advance(Duration.ofMinutes(18).minusMillis(1));
        assertThat(known()).containsExactly(second.key(), first.key());
        clock.advance(Duration.ofMillis(1));
        assertThat(known()).containsExactly(second.key());
    }

    @Test
    void knowsTheLastKeyForEighteenMinutesAfterItsEnd() {
        CekSources.current(source);
        clock.advance(StubKey.LIFE.plus(Duration.ofMinutes(18)).minusMillis(1));
        assertThat(known()).containsExactly(first.key());
        clock.advance(Duration.ofMillis(1));
        assertThat(known()).isEmpty();
    }

    @Test
    void knowsARevokedKeyForEighteenMinutes() {
        gateway.answer("/api/v1/security/revokeKey", okJson(StubGateway.envelope("D00000", "null")));
        CekSources.current(source);
        source.revoke();
        assertThat(source.wrapped()).isEmpty();
        assertThat(known()).containsExactly(first.key());
        clock.advance(Duration.ofMinutes(18));
        assertThat(known()).isEmpty();
    }

    @Test
    void rememberSeveralKeysThatFollowEachOtherQuickly() {
        gateway.answer("/api/v1/security/revokeKey", okJson(StubGateway.envelope("D00000", "null")));
        CekSources.current(source);
        gateway.handOut(second);
        source.revoke();
        CekSources.current(source);
        StubKey third = StubKey.of(3, clock.instant());
        gateway.handOut(third);
        source.revoke();
        CekSources.current(source);
        assertThat(known()).containsExactly(third.key(), second.key(), first.key());
    }

    @Test
    void fetchesForACallbackEvenIfNoKeyIsKnown() {
        assertThat(fetchForCallback()).contains(first.key());
    }

    @Test
    void findsNothingWhereTheGatewayHasNoOtherKey() {
        CekSources.current(source);
        assertThat(fetchForCallback()).isEmpty();
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void asksAtMostOnceInTenSecondsWhateverComes() {
        CekSources.current(source);
        gateway.server().resetRequests();
        for (int tenth = 0; tenth < 100; tenth++) {
            assertThat(fetchForCallback()).isEmpty();
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(gateway.keyCalls()).isEqualTo(1);
        fetchForCallback();
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void manyCallbacksUnderANewKeyShareOneFetch() throws InterruptedException {
        CekSource source = CekSources.on(gateway, clock, new CallbackWait(Duration.ofSeconds(50), 100));
        CekSources.current(source);
        gateway.handOut(second);
        List<KnownKey> tried = source.known();
        assertThat(Crowd.of(100, () -> source.fetchForCallback(tried).map(KnownKey::key)))
                .containsOnly(Optional.of(second.key()));
        assertThat(gateway.keyCalls()).isEqualTo(2);
        assertThat(source.fetchForCallback(tried).map(KnownKey::key))
                .as("one that comes a little later finds what the others have fetched")
                .contains(second.key());
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheFetching() {
        CekSources.current(source);
        fetchForCallback();
        clock.advance(Duration.ofDays(-1));
        gateway.handOut(second);
        assertThat(fetchForCallback()).contains(second.key());
    }

    @Test
    void anOutageOfTheKeyApiIsNotTheCallbacksFailure() {
        CekSources.current(source);
        gateway.answer(StubGateway.GET_KEY, aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertUndecided();
        assertThat(known()).containsExactly(first.key());
        int calls = gateway.keyCalls();
        assertUndecided();
        assertThat(gateway.keyCalls()).as("not asked again so soon").isEqualTo(calls);
    }

    private void assertUndecided() {
        assertThatThrownBy(this::fetchForCallback).isInstanceOf(TransportException.class);
    }
}
