package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.iamsmart.error.ProtocolException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody can post costs little, however much of it there is. */
class BoundedReadingTest {

    private static final int MOST = TopLevelReading.MOST_TOKENS;

    private static TopLevel read(String json) {
        return TopLevel.read(json.getBytes(UTF_8), Set.of("code"), Set.of("content"), "The text");
    }

    private static void assertTooMuch(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than " + MOST);
        assertThatThrownBy(() -> BusinessObject.read(json.getBytes(UTF_8), "The text"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than " + MOST);
    }

    @Test
    void theNamesThatComeAreNotInternedByTheJvm() throws Exception {
        try (JsonParser parser = Json.parser("{}".getBytes(UTF_8))) {
            assertThat(parser.getCodec().getFactory().isEnabled(JsonFactory.Feature.INTERN_FIELD_NAMES))
                    .isFalse();
        }
    }

    @Test
    void readsAHundredThousandNamesAndValues() {
        String numbers = "1,".repeat(MOST - 10);

        assertThat(read("{\"a\":[" + numbers + "1],\"code\":\"D00000\"}").text("code"))
                .contains("D00000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,", "\"\",", "[],", "{},", "null,", "{\"a\":1},"})
    void refusesMoreValues(String value) {
        assertTooMuch("{\"a\":[" + value.repeat(MOST) + "1]}");
    }

    @Test
    void refusesMoreNames() {
        assertTooMuch(
                IntStream.range(0, MOST).mapToObj(i -> "\"" + i + "\":1").collect(Collectors.joining(",", "{", "}")));
        assertTooMuch("{" + "\"a\":1,".repeat(MOST) + "\"b\":1}");
    }

    @Test
    void refusesMoreEscapedQuotationMarksAndLongerGaps() {
        assertTooMuch("{\"a\":\"" + "\\\"".repeat(5 * MOST) + "\"}");
        for (String blank : new String[] {" ", "\n", "1"}) {
            assertTooMuch("{\"a\":" + blank.repeat(2_000_000) + "1}");
            assertTooMuch(blank.repeat(2_000_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesNestingAtOnce(String opening) {
        assertThatThrownBy(() -> read("{\"a\":" + opening.repeat(1_000))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void refusesANumberOfManyDigitsWhereItIsRead() {
        assertThatThrownBy(() -> read("{\"code\":" + "1".repeat(100_000) + "}")).isInstanceOf(ProtocolException.class);
    }
}
