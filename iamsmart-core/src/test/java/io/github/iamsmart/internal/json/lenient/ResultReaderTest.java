package io.github.iamsmart.internal.json.lenient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ProtocolException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"addressDocFile\":{\"docFile\":\"AQID\"}}",
                "{\"addressDocFile\":{\"docFile\":\"AQID\",\"docHash\":\"x\"}}",
                "{\"addressDocFile\":{\"docHash\":\"x\",\"docFile\":\"AQID\"},\"prefix\":\"MR\"}",
                " { \"addressDocFile\" : { \"docFile\" : \"AQID\" \n } \n }\n",
                "{\"addressDocFile\":\n{\n\t\"docFile\" :\r\n \"AQID\" \r\n,\n \"n\" : 1 } }",
                "{\"名\":\"申智能\",\"addressDocFile\":{\"é\":\"ü\",\"docFile\":\"AQID\",\"申\":1}}",
                "\uFEFF{\"addressDocFile\":{\"docFile\":\"AQID\",\"a-name-that-is-much-longer-than-others\":1}}",
                "{\"addressDocFile\":{\"docFile\":\"wrong\",\"docFile\":\"AQID\"}}",
                "{\"code\":\"D00000\",\"content\":{\"addressDocFile\":{\"docFile\":\"AQID\"}}}"
            })
    void decodesTheFileWhereverItStands(String json) throws Exception {
        ObjectNode result = read(json);

        assertThat(result.path("addressDocFile").path("docFile").isBinary()).isTrue();
        assertThat(result.path("addressDocFile").path("docFile").binaryValue()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void readsTheFileAsTextInAnotherEncoding(String charset) {
        ObjectNode result =
                tree("{\"addressDocFile\":{\"docFile\":\"AQID\",\"x\":1}}".getBytes(Charset.forName(charset)));

        assertThat(result.path("addressDocFile").path("docFile").asText()).isEqualTo("AQID");
        assertThat(result.path("addressDocFile").path("x").asInt()).isOne();
    }

    @Test
    void takesContentForAMemberWhereThereIsNoEnvelope() {
        assertThat(read("{\"content\":{\"prefix\":\"MR\"},\"x\":1}").has("content"))
                .isTrue();
        assertThat(read("{\"code\":\"D00000\",\"content\":\"AAAAD\"}").has("content"))
                .isTrue();
        assertThat(read("{\"code\":\"D00000\",\"content\":{\"prefix\":\"MR\"}}").has("prefix"))
                .isTrue();
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        String json = "{\"a\":1.10,\"b\":123456789012345678901234567890,\"c\":0.1234567890123456789,\"d\":-0}";

        assertThat(read(json).toString()).isEqualTo(json.replace("-0", "0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "7",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} 2",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":\"\n\"}",
                "{\"addressDocFile\":{\"docFile\":\"AQID",
                "{\"addressDocFile\":{\"docFile\":\"AQID\"",
                "{\"addressDocFile\":{\"docFile\":\"AQ\\q\",\"x\":1}}",
                "{\"addressDocFile\":{\"docFile\":\"AQ\\u12\",\"x\":1}}"
            })
    void refusesWhatIsNotOneObject(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProtocolException.class)
                .hasNoCause();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> tree(latin1)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1E+999999999", "-1e-999999999", "99999999999999999999999999999999999999"})
    void readsNumbersThatFitNoPrimitive(String number) {
        assertThat(LenientObject.of(read("{\"a\":" + number + "}")).text("a")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e-99999999999", "1e4294967296"})
    void refusesNumbersBeyondAllBounds(String number) {
        assertThatThrownBy(() -> read("{\"a\":" + number + "}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageNotContaining(number)
                .hasNoCause();
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = "{\"a\":".repeat(100_000);

        assertThatThrownBy(() -> read(deep)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(ProtocolException.class);
    }

    private static ObjectNode read(String json) {
        return tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode tree(byte[] json) {
        return ResultReader.tree(json, "addressDocFile", "docFile");
    }
}
