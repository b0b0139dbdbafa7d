package io.github.iamsmart.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is bound to the request on arrival is what is read from the store at its delivery, whichever form the plaintext
 * has. B and S stand for the names of the request.
 */
class PlaintextFormsTest {

    private static final String PATH = "/api/v1/account/licence/initiateRequest";
    private static final RequestKind<String> LICENCE = RequestKind.builder(
                    "licence", String.class, json -> new String(json, UTF_8))
            .path(PATH)
            .build();

    private final FlowWorld world = new FlowWorld(builder -> builder.kind(LICENCE));
    private final RequestOptions request = FlowWorld.options().build();
    private final UnaryOperator<String> named = text -> text.replace("'B'", "'" + request.businessId() + "'")
            .replace("'S'", "'" + request.state().value() + "'");

    @BeforeEach
    void ask() {
        world.accepts(PATH, true);
        world.client.initiate(LICENCE, FlowWorld.token(), Map.of("a", 1), request);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private CallbackResult accept(String code, String plaintext) {
        return world.client.callbacks().accept(world.gateway.callback(code, json(plaintext)), CallbackWorld.JSON);
    }

    private String json(String text) {
        return named.apply(text).replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{'txID':'<T=0>','code':'D00000','message':'SUCCESS','content':%s}",
                "{'content':%s}",
                "{'txID':'1','content':%s,'secretKey':null}"
            })
    void anEnvelopeIsTakenOff(String envelope) {
        String object = "{'businessID':'B','state':'S','class':1}";

        assertThat(accept("D00000", envelope.formatted(object))).isInstanceOf(Accepted.class);
        assertThat(world.delivered())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(FlowWorld.result(outcome, String.class)).isEqualTo(json(object)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'code':'D00000','content':%s}", "{'content':%s}"})
    void anEnvelopeIsTakenOffWhereItsContentIsText(String envelope) {
        String object = "{'businessID':'B','state':'S','class':1}";
        String text = "'" + object.replace("'", "\\'") + "'";

        // The names are within escaped quotation marks.
        String plaintext = envelope.formatted(text)
                .replace("\\'B\\'", "\\'" + request.businessId() + "\\'")
                .replace("\\'S\\'", "\\'" + request.state().value() + "\\'");
        assertThat(accept("D00000", plaintext)).isInstanceOf(Accepted.class);
        assertThat(world.delivered())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(FlowWorld.result(outcome, String.class)).isEqualTo(json(object)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'businessID':'B','state':'S','content':{'class':1}}",
                "{'businessID':'B','state':'S','code':'A-17','content':'B'}",
                "{'businessID':'B','state':'S','content':{'businessID':'company','state':'HK'},'code':'E'}"
            })
    void membersOfTheObjectsOwnStay(String object) {
        assertThat(accept("D00000", object)).isInstanceOf(Accepted.class);
        assertThat(world.delivered())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(FlowWorld.result(outcome, String.class)).isEqualTo(json(object)));
    }

    @Test
    void aFailureWithinCountsWithoutACodeOfItsOwnForTheContent() {
        assertThat(accept("D00000", "{'content':{'businessID':'B','state':'S'},'code':'D40001'}"))
                .isInstanceOf(Accepted.class);
        assertThat(world.delivered()).singleElement().isInstanceOf(Declined.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'businessID':'B','state':'S','state':'S'}",
                "{'businessID':'B','state':'x','state':'S'}",
                "{'content':{'businessID':'B','state':'S'},'content':{'businessID':'B','state':'S'}}",
                "{'content':[{'businessID':'B','state':'S'}]}",
                "{'content':{'content':{'businessID':'B','state':'S'}}}",
                "{'businessID':'B','content':{'x':{'state':'S'}}}"
            })
    void whatNamesNoRequestOrOneTwiceIsRefused(String plaintext) {
        assertThat(accept("D00000", plaintext)).isInstanceOf(Refused.class);
        assertThat(world.delivered()).isEmpty();
    }
}
