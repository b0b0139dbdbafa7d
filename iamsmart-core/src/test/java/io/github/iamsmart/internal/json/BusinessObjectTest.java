package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the business object is in a plaintext. Quotation marks are written as apostrophes. */
class BusinessObjectTest {

    private static final String NAMES = "'businessID':'b','state':'s'";

    private static BusinessObject read(String json) {
        return BusinessObject.read(json.replace('\'', '"').getBytes(UTF_8), "The plaintext");
    }

    private static String object(String json) {
        return new String(read(json).json(), UTF_8).replace('"', '\'');
    }

    private static String asText(String json) {
        return "'" + json.replace("'", "\\'") + "'";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'D00000','content':{'businessID':'b','state':'s','x':1.10}}",
                "{'txID':'T','message':'m','content':{'businessID':'b','state':'s','x':1.10},'code':'M00000'}",
                "{'content':{'businessID':'b','state':'s','x':1.10}}",
                "{'txID':'T','content':{'businessID':'b','state':'s','x':1.10}}",
                "{'content':{'businessID':'b','state':'s','x':1.10},'businessID':'b'}",
                "{'businessID':'b','state':'s','content':{'businessID':'b','state':'s','x':1.10}}",
                "{'code':'','message':'','businessID':'','state':' ','content':{'businessID':'b','state':'s','x':1.10}}",
                "{'code':'D00000','businessID':'b','state':'','content':{'businessID':'b','state':'s','x':1.10}}",
                " \n{ 'content' : {'businessID':'b','state':'s','x':1.10} }\n",
                "\uFEFF{'content':{'businessID':'b','state':'s','x':1.10}}"
            })
    void isTheContentOfAnEnvelope(String json) {
        BusinessObject found = read(json);

        assertThat(found.businessId()).contains("b");
        assertThat(found.state()).contains("s");
        assertThat(object(json)).isEqualTo("{'businessID':'b','state':'s','x':1.10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n", " \\r\\n\\t "})
    void mayBeWrittenIntoAText(String before) {
        String text = "'" + before + "{\\'businessID\\':\\'b\\',\\'state\\':\\'s\\',\\'name\\':\\'\\u7533\\'}'";

        for (String envelope :
                new String[] {"{'code':'D00000','content':%s}", "{'content':%s}", "{'content':%s,'x':1}"}) {
            BusinessObject found = read(envelope.formatted(text));

            assertThat(found.businessId()).contains("b");
            assertThat(found.state()).contains("s");
            assertThat(new String(found.json(), UTF_8).strip())
                    .isEqualTo("{\"businessID\":\"b\",\"state\":\"s\",\"name\":\"申\"}");
        }
    }

    @Test
    void mayBeLongAndWrittenIntoAText() {
        String long20 = "x".repeat(20_000);
        String json = "{'code':'D00000','content':" + asText("{" + NAMES + ",'x':'" + long20 + "'}") + "}";

        assertThat(read(json).state()).contains("s");
        assertThat(object(json)).isEqualTo("{" + NAMES + ",'x':'" + long20 + "'}");
    }

    /** The offsets before, in and after texts that are cut out. */
    @Test
    void isTheSameSliceWhereverLongTextsStand() {
        String long20 = "x".repeat(20_000);
        for (String before : new String[] {"", "'a':'" + long20 + "',", "'a':'" + long20 + "','b':'" + long20 + "',"}) {
            for (String within :
                    new String[] {"", ",'c':'" + long20 + "'", ",'c':'" + long20 + "','d':['" + long20 + "']"}) {
                String object = "{" + NAMES + within + "}";

                assertThat(object("{" + before + "'content':" + object + ",'e':'" + long20 + "'}"))
                        .isEqualTo(object);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'D00000','businessID':'b','content':{'state':'s','x':1}}",
                "{'code':'D00000','state':'s','content':{'businessID':'b','x':1}}",
                "{'businessID':'b','content':{'state':'s','x':1}}",
                "{'code':'D00000','businessID':'b','state':'s','content':{'x':1}}",
                "{'code':'D00000','businessID':'b','state':'s','content':{'businessID':'','state':'','x':1}}",
                "{'code':'D00000','businessID':'b','state':'s','content':{'businessID':'b','x':1}}"
            })
    void mayBeNamedOutside(String json) {
        assertThat(read(json).businessId()).contains("b");
        assertThat(read(json).state()).contains("s");
        assertThat(object(json)).startsWith("{").endsWith("'x':1}").doesNotContain("content");
        assertThat(read(json).code().filter(code -> !code.isSuccess())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'businessID':'b','state':'s','content':{'x':1}}",
                "{'businessID':'b','state':'s','content':'x'}",
                "{'businessID':'b','state':'s','content':'{no JSON'}",
                "{'businessID':'b','state':'s','content':['x']}",
                "{'businessID':'b','state':'s','content':null}",
                "{'businessID':'b','state':'s','code':'A-17'}",
                "{'businessID':'b','state':'s','code':'D80001'}",
                "{'businessID':'b','state':'s','code':17,'content':{'x':1}}",
                "{'businessID':'b','state':'s','code':'A-17','content':{'x':1}}",
                "{'businessID':'b','state':'s','content':{'businessID':'company','state':'HK'}}",
                "{'businessID':'b','state':'s','code':'D80001','content':{'businessID':'company'}}",
                "{'businessID':'b','state':'s','content':{'state':'HK'}}",
                "{'content':{'x':1},'a':1}",
                "{'code':'A-17','content':{'x':1}}"
            })
    void mayHaveMembersThatAreCalledLikeThoseOfAnEnvelope(String json) {
        BusinessObject found = read(json);

        assertThat(object(json)).isEqualTo(json);
        assertThat(found.code()).isEmpty();
        if (json.contains("'b'")) {
            assertThat(found.businessId()).contains("b");
            assertThat(found.state()).contains("s");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'D80001','content':{" + NAMES + "}}",
                "{'content':{" + NAMES + "},'code':'D80001'}",
                "{'code':'D80001','businessID':'b','state':'s','content':{}}",
                "{'code':'D80001','txID':'T','businessID':'b','state':'s'}"
            })
    void theCodeOfAnEnvelopeCounts(String json) {
        assertThat(read(json).code()).contains(ErrorCode.of("D80001"));
    }

    @Test
    void theCodeOfTheObjectWithinIsItsOwn() {
        String json = "{'content':{" + NAMES + ",'code':'D80001'}}";

        assertThat(read(json).code()).isEmpty();
        assertThat(object(json)).isEqualTo("{" + NAMES + ",'code':'D80001'}");
    }

    @Test
    void ofAnAnswerWithoutNamesTheCodeDecides() {
        assertThat(object("{'code':'D00000','content':{'x':1}}")).isEqualTo("{'x':1}");
        assertThat(object("{'x':1}")).isEqualTo("{'x':1}");
    }

    /** Other readers might take the other one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'businessID':'b','state':'s','state':'t'}",
                "{'businessID':'b','businessID':'b','state':'s'}",
                "{'businessID':null,'businessID':'b','state':'s'}",
                "{'content':{" + NAMES + "},'content':{" + NAMES + "}}",
                "{'content':{" + NAMES + ",'state':'t'}}",
                "{'code':'D00000','content':{" + NAMES + "},'code':'D80001'}",
                "{'state':'s','x':{'state':1},'\\u0073tate':'s'}"
            })
    void refusesANameThatIsThereTwice(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void doublesWithinOtherMembersDoNoHarm() {
        String json = "{'x':{'state':1,'state':2},'businessID':'b','state':'s','y':1,'y':2}";

        assertThat(object(json)).isEqualTo(json);
        assertThat(read(json).state()).contains("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "{'content':{}", "{'content':{'a':1}}}", "{'content':'{'"})
    void refusesWhatIsNotOneObject(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void showsNothingOfIt() {
        assertThat(read("{" + NAMES.replace("'s'", "'canary'") + "}").toString())
                .doesNotContain("canary");
    }
}
