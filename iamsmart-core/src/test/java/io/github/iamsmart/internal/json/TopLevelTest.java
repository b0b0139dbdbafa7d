package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ProtocolException;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few members of a JSON object that may be very long. */
class TopLevelTest {

    private static final int LONG = 16 * 1024;

    private static TopLevel read(String json) {
        return TopLevel.read(json.getBytes(UTF_8), Set.of("a", "b"), Set.of("long", "longer"), "The text");
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The opening quotation mark at every place among eight, the closing one as well. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100, 12_285, 12_286, 12_288, 12_289, 12_290, 12_291, 100_000})
    void readsALongTextOfEveryLengthAnywhere(int length) {
        byte[] content = bytes(length);
        byte[] other = bytes(length + 50_000);
        for (int shift = 0; shift < 33; shift++) {
            TopLevel members = read(" ".repeat(shift) + "{\"a\":\"x\",\"long\":\"" + base64(content)
                    + "\",\"c\":{\"long\":\"y\"}," + "\"longer\":\"" + base64(other) + "\",\"b\":2}");

            assertThat(members.base64("long"))
                    .hasValueSatisfying(it -> assertThat(it).isEqualTo(content));
            assertThat(members.base64("longer"))
                    .hasValueSatisfying(it -> assertThat(it).isEqualTo(other));
            assertThat(members.text("a")).contains("x");
            assertThat(members.text("b")).contains("2");
        }
    }

    @Test
    void readsALongTextWhoseSlashesAreEscaped() {
        byte[] content = bytes(99_999);
        TopLevel members = read("{\"long\":\"" + base64(content).replace("/", "\\/") + "\",\"a\":\"\\\"\"}");

        assertThat(members.base64("long"))
                .hasValueSatisfying(it -> assertThat(it).isEqualTo(content));
        assertThat(members.text("a")).contains("\"");
    }

    @Test
    void escapedQuotationMarksEndNoText() {
        String many = "\\\"".repeat(LONG) + "\\\\";
        TopLevel members = read("{\"x\":\"" + many + "\",\"a\":\"" + "\\\\\\\"".repeat(10) + "\",\"long\":\"AQID\"}");

        assertThat(members.text("a")).contains("\\\"".repeat(10));
        assertThat(members.base64("long"))
                .hasValueSatisfying(it -> assertThat(it).containsExactly(1, 2, 3));
    }

    @Test
    void aLongTextIsNoneOfTheShortMembers() {
        TopLevel members = read("{\"a\":\"" + "x".repeat(2 * LONG) + "\",\"b\":\"y\"}");

        assertThat(members.text("a")).isEmpty();
        assertThat(members.text("b")).contains("y");
    }

    @Test
    void aLongNameIsNotTaken() {
        TopLevel members = read("{\"" + "a".repeat(2 * LONG) + "\":1,\"b\":2}");

        assertThat(members.text("a")).isEmpty();
        assertThat(members.text("b")).contains("2");
    }

    @Test
    void whatIsNoBase64IsAbsent() {
        assertThat(read("{\"long\":\"" + "!".repeat(2 * LONG) + "\"}").base64("long"))
                .isEmpty();
        assertThat(read("{\"long\":7,\"longer\":null}").base64("long")).isEmpty();
        assertThat(read("{}").base64("long")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\\\"", "\"}\"", "\",", "\"} x", "\"]", "\",}"})
    void refusesWhatIsNoJsonAroundALongText(String end) {
        assertThatThrownBy(() -> read("{\"long\":\"" + "A".repeat(3 * LONG) + end))
                .isInstanceOf(ProtocolException.class);
    }
}
