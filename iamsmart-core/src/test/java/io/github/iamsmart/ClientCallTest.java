package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of an API that has no typed method. */
@Timeout(30)
class ClientCallTest {

    private final StubGateway gateway = new StubGateway();
    private final IamSmartClient client = gateway.client().build();

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private record Question(@JsonProperty("openID") String tokenisedId, List<String> fields) {}

    private record Answer(String name, int count) {}

    private String sent() {
        return gateway.opened(gateway.received(StubGateway.PATH).get(0));
    }

    @Test
    void takesARecordAndBringsARecord() {
        gateway.answer(okJson(gateway.sealed("{\"name\":\"陳\",\"count\":3,\"new\":[1]}")));
        assertThat(client.call(StubGateway.PATH, new Question("id", List.of("a")), Answer.class))
                .isEqualTo(new Answer("陳", 3));
        assertThat(sent()).isEqualTo("{\"openID\":\"id\",\"fields\":[\"a\"]}");
    }

    @Test
    void takesAMapAndBringsAMap() {
        gateway.answer(okJson(gateway.sealed("{\"a\":{\"b\":[1,null]}}")));
        Map<?, ?> answer = client.call(StubGateway.PATH, Map.of("q", 1), Map.class);
        assertThat(answer).hasToString("{a={b=[1, null]}}");
        assertThat(sent()).isEqualTo("{\"q\":1}");
    }

    @Test
    void bringsTheTextItself() {
        gateway.answer(okJson(gateway.sealed("{ \"a\" : 1 }")));
        assertThat(client.call(StubGateway.PATH, Map.of(), String.class)).isEqualTo("{ \"a\" : 1 }");
    }

    @Test
    void saysThatTheAnswerDoesNotFitWithoutQuotingIt() {
        gateway.answer(okJson(gateway.sealed("{\"count\":\"canary-not-a-number\"}")));
        assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of(), Answer.class))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContainingAll(StubGateway.PATH, "Answer")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void saysThatABodyCannotBeWritten() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        assertThatThrownBy(() -> client.call(StubGateway.PATH, endless, String.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("HashMap");
        assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of("at", Instant.now()), String.class))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(gateway.server().getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api/v1/x",
                "@elsewhere.example/x",
                ":80@elsewhere.example/x",
                ".elsewhere.example/x",
                "https://elsewhere.example/x",
                "/x?y=1",
                "/x#y",
                "/x y",
                "/x\r\nHost: elsewhere.example",
                "/x\\y"
            })
    void refusesAPathThatIsMoreThanAPathOrLeadsElsewhere(String path) {
        assertThatThrownBy(() -> client.call(path, Map.of(), String.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("slash");
        assertThat(gateway.server().getAllServeEvents()).isEmpty();
    }
}
