package io.github.iamsmart.callback;

import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static io.github.iamsmart.callback.CallbackWorld.JSON;
import static io.github.iamsmart.callback.CallbackWorld.MULTIPART;
import static io.github.iamsmart.callback.CallbackWorld.multipart;
import static io.github.iamsmart.callback.CallbackWorld.passed;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.Failed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which a genuine callback may come, and every key under which it may be sealed. */
@Timeout(60)
class GenuineCallbackTest {

    private final CallbackWorld service = new CallbackWorld();
    private final FlowWorld world = service.world;
    private final RequestOptions request = service.ask();

    @AfterEach
    void stop() {
        service.close();
    }

    private void assertBelieved(byte[] body, String contentType) {
        assertThat(service.accept(body, contentType)).isEqualTo(new Accepted(request.businessId()));
        assertThat(world.delivered())
                .singleElement()
                .satisfies(outcome -> assertThat(passed(outcome)).isTrue());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "text/plain", "", "nonsense"})
    void aJsonBodyIsReadWhateverItsTypeIsCalled(String contentType) {
        assertBelieved(service.genuine(request), contentType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MULTIPART,
                "Multipart/Form-Data; charset=utf-8; Boundary=\"" + CallbackWorld.BOUNDARY + "\"",
                "multipart/mixed; boundary=" + CallbackWorld.BOUNDARY
            })
    void theJsonPartOfAMultipartBodyIsRead(String contentType) {
        assertBelieved(multipart(service.genuine(request)), contentType);
    }

    @Test
    void thePlaintextMayBeAWholeEnvelope() {
        byte[] body = world.gateway.callback(
                "D00000", "{\"txID\":\"1\",\"code\":\"D00000\",\"message\":\"m\",\"content\":" + passed(request) + "}");

        assertBelieved(body, JSON);
    }

    @Test
    void aRefusalInTheInnerEnvelopeCountsThoughTheOuterOneClaimsSuccess() {
        byte[] body = world.gateway.callback("D00000", "{\"code\":\"D80001\",\"content\":" + passed(request) + "}");

        assertThat(service.accept(body)).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
    }

    @Test
    void membersOfAnyOrderAndUnknownOnesDoNoHarm() {
        String content = new String(
                ContentCipher.seal(world.gateway.key().key(), passed(request).getBytes(UTF_8)), US_ASCII);
        String body =
                "\uFEFF \n{\"new\":{\"code\":[1,{\"content\":\"x\"}]},\"content\":\"" + content.replace("/", "\\/")
                        + "\",\"secretKey\":null,\"code\":\"D00000\",\"message\":\"\u667a\u65b9\u4fbf\"}  \n";

        assertBelieved(body.getBytes(UTF_8), JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "D80001, Declined",
        "D40000, Declined",
        "D40001, Declined",
        "D80002, Failed",
        "D99999, Failed",
        "D80003, TimedOut",
        "D40003, TimedOut"
    })
    void whatTheUserOrTheClockDecidedIsAnOutcome(String code, String type) {
        String onlyNames = "{\"businessID\":\"" + request.businessId() + "\",\"state\":\""
                + request.state().value() + "\"}";

        assertThat(service.accept(world.gateway.callback(code, onlyNames))).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().satisfies(outcome -> {
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(type);
            assertThat(codeOf(outcome)).isEqualTo(ErrorCode.of(code));
        });
    }

    private static ErrorCode codeOf(RequestOutcome<?> outcome) {
        if (outcome instanceof Declined<?> declined) {
            return declined.code();
        }
        return outcome instanceof Failed<?> failed
                ? failed.code()
                : ((TimedOut<?>) outcome).code().orElseThrow();
    }

    @Test
    void aKnownKeyNeedsNoCallToTheGateway() {
        int before = world.gateway.keyCalls();

        assertBelieved(service.genuine(request), JSON);
        assertThat(world.gateway.keyCalls()).isEqualTo(before);
    }

    @Test
    void aKeyThatIsNewerThanOursIsFetchedFromTheGateway() {
        world.gateway.handOut(StubKey.of(2, world.clock.instant()));
        int before = world.gateway.keyCalls();

        assertBelieved(service.genuine(request), JSON);
        assertThat(world.gateway.keyCalls()).isEqualTo(before + 1);
    }

    @Test
    void aKeyThatWasReplacedOpensLateCallbacks() {
        byte[] late = service.genuine(request);
        world.gateway.handOut(StubKey.of(2, world.clock.instant()));
        world.clock.advance(Duration.ofMinutes(17));
        world.client.callbacks().accept(world.gateway.callback("D00000", "{}"), JSON);

        assertBelieved(late, JSON);
    }

    @Test
    void aKeyThatOnlyTheCallbackBringsIsBelievedWithTheRightState() {
        assertBelieved(service.foreignKey().callback("D00000", passed(request)), JSON);
    }

    @Test
    void aKeyThatIsWrappedAsBase64TextIsRead() {
        assertBelieved(StubKey.ofText(7, world.clock.instant()).callback("D00000", passed(request)), JSON);
        world.gateway.handOut(StubKey.ofText(8, world.clock.instant()));
        world.clock.advance(Duration.ofSeconds(10));
        RequestOptions another = service.ask();
        assertThat(service.accept(service.genuine(another))).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void anOutageOfTheKeyApiDoesNotLoseACallback() {
        world.gateway.answer(StubGateway.GET_KEY, serverError());

        assertBelieved(service.foreignKey().callback("D00000", passed(request)), JSON);
    }

    @Test
    void aSecondOneIsADuplicateAndIsNeverDeliveredAgain() {
        byte[] body = service.genuine(request);
        assertBelieved(body, JSON);

        assertThat(service.accept(body)).isEqualTo(new Duplicate(request.businessId()));
        assertThat(service.accept(service.genuine(request))).isEqualTo(new Duplicate(request.businessId()));
        world.clock.advance(Duration.ofMinutes(59));
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void aNodeThatStartsAnewDeliversWhatAnotherHasStored() {
        MemoryRequestStore shared = new MemoryRequestStore();
        try (CallbackWorld first = new CallbackWorld(builder -> builder.requestStore(shared))) {
            RequestOptions options = first.ask();
            first.accept(first.foreignKey().callback("D00000", passed(options)));
            try (IamSmartClient second = first.world
                    .gateway
                    .client()
                    .clock(first.world.clock)
                    .requestStore(shared)
                    .build()) {
                List<RequestOutcome<?>> outcomes = new ArrayList<>();
                second.requests().deliverDue(outcomes::add);

                assertThat(outcomes)
                        .singleElement()
                        .satisfies(outcome -> assertThat(passed(outcome)).isTrue());
                assertThat(first.world.delivered()).isEmpty();
            }
        }
    }
}
