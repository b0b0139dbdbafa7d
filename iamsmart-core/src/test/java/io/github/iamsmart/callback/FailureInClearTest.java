package io.github.iamsmart.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure need not be sealed: the secret state says whether it is genuine, where no browser knows the state. */
class FailureInClearTest {

    private static final String CLEAR =
            "{'txID':'<T=00000000000000000000000000000003>','code':'D80001','message':'m','businessID':'B','state':'S'}";

    private final MemoryRequestStore store = new MemoryRequestStore();
    private final CallbackWorld service = new CallbackWorld(builder -> builder.requestStore(store));
    private final FlowWorld world = service.world;
    private final RequestOptions request = service.ask();

    @AfterEach
    void stop() {
        service.close();
    }

    private static byte[] body(String text, RequestOptions options) {
        return body(text, options.businessId().value(), options.state().value());
    }

    private static byte[] body(String text, String businessId, String state) {
        return text.replace("'B'", "'" + businessId + "'")
                .replace("'S'", "'" + state + "'")
                .replace('\'', '"')
                .getBytes(UTF_8);
    }

    private long pending() {
        return world.client.requests().count(RequestStatus.PENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLEAR,
                "{'code':'D80001','content':{'businessID':'B','state':'S'}}",
                "{'code':'D80001','content':{'state':'S'},'businessID':'B'}",
                "{'code':'D80001','businessID':'','state':'','content':{'businessID':'B','state':'S'}}",
                "{'code':'D80001','businessID':'B','state':'S','content':{'businessID':'','state':''}}",
                "{'code':'D80001','content':null,'businessID':'B','state':'S'}",
                "{'code':'D80001','content':'','businessID':'B','state':'S'}",
                "{'code':'D80001','content':'AAAADA==','secretKey':'AAAA','businessID':'B','state':'S'}",
                "{'code':'M70001','msg':'','secretKey':null,'businessID':'B','state':'S','content':{}}"
            })
    void endsTheRequestThatItNames(String text) {
        byte[] body = body(text, request);

        assertThat(service.accept(body)).isEqualTo(new Accepted(request.businessId()));
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
        assertThat(service.accept(body)).isEqualTo(new Duplicate(request.businessId()));
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void mayHaveItsContentAsText() {
        String text = "{\"code\":\"D80001\",\"content\":\"{\\\"businessID\\\":\\\"" + request.businessId()
                + "\\\",\\\"state\\\":\\\"" + request.state().value() + "\\\"}\"}";

        assertThat(service.accept(text.getBytes(UTF_8))).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
    }

    @Test
    void mayNameItsRequestOutsideOfASealedContentThatDoesNot() {
        String sealed = new String(world.gateway.callback("D80001", "{}"), UTF_8);
        String text = sealed.substring(0, sealed.length() - 1) + ",'businessID':'B','state':'S'}";

        assertThat(service.accept(body(text, request))).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "D80001", "{\"a\":", "{\"state\":\"1\",\"state\":\"2\"}"})
    void mayNameItsRequestOutsideOfASealedContentThatIsNoObject(String plaintext) {
        String sealed = new String(world.gateway.callback("D80001", plaintext), UTF_8);
        String text = sealed.substring(0, sealed.length() - 1) + ",'businessID':'B','state':'S'}";

        assertThat(service.accept(body(text, request))).isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'D80001'}",
                "{'code':'D80001','businessID':'B'}",
                "{'code':'D80001','state':'S'}",
                "{'code':'D80001','content':{'businessID':'B'}}",
                "{'code':'D80001','content':[{'businessID':'B','state':'S'}]}",
                "{'code':'D80001','businessID':'B','state':'S','state':'S'}",
                "{'code':'','businessID':'B','state':'S'}",
                "{'businessID':'B','state':'S'}"
            })
    void isLeftToTheTimeOutWhereItNamesNone(String text) {
        assertThat(service.accept(body(text, request))).isInstanceOf(Refused.class);
        assertThat(pending()).isOne();

        world.clock.advance(Duration.ofMinutes(18));
        assertThat(world.delivered()).singleElement().isInstanceOf(TimedOut.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "*", "null"})
    void doesNothingWithAnotherState(String state) {
        assertThat(service.accept(body(CLEAR, request.businessId().value(), state)))
                .isInstanceOf(Refused.class);
        assertThat(service.accept(
                        body(CLEAR, request.businessId().value(), State.random().value())))
                .isInstanceOf(Refused.class);
        assertThat(pending()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D00000", "M00000"})
    void isNoSuccess(String code) {
        for (String text :
                new String[] {CLEAR, "{'code':'D80001','content':{'businessID':'B','state':'S','isPassed':'true'}}"}) {
            assertThat(service.accept(body(text.replace("D80001", code), request)))
                    .isInstanceOf(Refused.class);
        }
        assertThat(pending()).isOne();
    }

    /** Their state passes through the browser: whoever uses it, or reads its history, could end the request. */
    @Test
    void endsNoAnonymousRequest() {
        world.answers("/api/v1/anonymous/eme/initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        RequestOptions anonymous =
                FlowWorld.options().redirectUri(FlowWorld.REDIRECT).build();
        world.client
                .formFilling()
                .initiateAnonymous(
                        FormFillingRequest.builder()
                                .formFields(FormField.known().get(0))
                                .build(),
                        anonymous);

        assertThat(service.accept(body(CLEAR, anonymous))).isInstanceOf(Refused.class);
        assertThat(service.accept(body("{'code':'D60001','content':{'businessID':'B','state':'S'}}", anonymous)))
                .isInstanceOf(Refused.class);
        assertThat(pending()).isEqualTo(2);
    }

    @Test
    void isRefusedWhereTheStateAloneIsNotEnough() {
        try (CallbackWorld strict = new CallbackWorld(builder -> builder.embeddedKey(EmbeddedKey.REJECT))) {
            RequestOptions options = strict.ask();

            assertThat(strict.accept(body(CLEAR, options))).isInstanceOf(Refused.class);
            assertThat(strict.world.client.requests().count(RequestStatus.PENDING))
                    .isOne();
        }
    }

    @Test
    void keepsItsTransactionIdOnOneLineAndShort() {
        String id = "<T=\\nforged\\u2028line" + "x".repeat(10_000) + ">";

        assertThat(service.accept(body(CLEAR.replace("<T=00000000000000000000000000000003>", id), request)))
                .isInstanceOf(Accepted.class);
        assertThat(store.find(request.businessId()).orElseThrow().answer().txId())
                .hasValueSatisfying(kept -> assertThat(kept)
                        .startsWith("<T= forged line")
                        .hasSizeLessThan(250)
                        .doesNotContain("\n", "\u2028"));
    }
}
