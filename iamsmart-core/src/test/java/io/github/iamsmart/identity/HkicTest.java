package io.github.iamsmart.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.error.HkicFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HkicTest {

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream in = HkicTest.class.getResourceAsStream("/vectors/wire.json")) {
            JsonNode vectors = new ObjectMapper().readTree(in).get("hkicHash");
            return StreamSupport.stream(vectors.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hashesAsTheVectorsOfTheProtocolDo(JsonNode vector) {
        String identification = vector.get("identification").asText();
        String checkDigit = vector.get("checkDigit").asText();

        Hkic hkic = Hkic.of(identification, checkDigit);

        assertThat(hkic.hash()).isEqualTo(vector.get("hash").asText());
        assertThat(Hkic.ofIdentification(identification)).isEqualTo(hkic);
        assertThat(Hkic.ofIdentification(identification).checkDigit()).isEqualTo(checkDigit.charAt(0));
        assertThat(hkic.formatted()).isEqualTo(identification + "(" + checkDigit + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A123456(3)",
                "A1234563",
                "a123456(3)",
                "a1234563",
                " A123456 (3) ",
                "A 123 456 (3)",
                "A123456( 3 )",
                "Ａ１２３４５６（３）",
                "ａ１２３４５６３",
                "Ａ123456（3）",
                "A123456\u3000(3)",
                "A\u00A0123456\u200B3",
                "\uFEFFA123456(3)\n",
                "A123456\t3"
            })
    void readsOneNumberInAllTheWaysThatPeopleWriteIt(String text) {
        Hkic hkic = Hkic.of(text);

        assertThat(hkic.identification()).isEqualTo("A123456");
        assertThat(hkic.checkDigit()).isEqualTo('3');
        assertThat(hkic.formatted()).isEqualTo("A123456(3)");
        assertThat(hkic).isEqualTo(Hkic.of("A123456(3)")).hasSameHashCodeAs(Hkic.of("A123456(3)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G123456(A)", "g123456a", "AB987654(3)", "ab9876543", "ＡＢ９８７６５４（３）"})
    void readsTwoLettersAndTheCheckDigitA(String text) {
        assertThat(Hkic.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A123456",
                "A12345(3)",
                "A1234567(3)",
                "1234563",
                "ABC123456(3)",
                "A123456(3",
                "A123456)3(",
                "A123456((3))",
                "A123456(33)",
                "A123456(B)",
                "A12345O(3)",
                "Ä123456(3)",
                "А123456(3)", // the first letter is Cyrillic
                "A١٢٣٤٥٦(3)",
                "A123456(3)x"
            })
    void refusesWhatHasAnotherShape(String text) {
        assertThat(Hkic.parse(text)).isEmpty();
        assertThatThrownBy(() -> Hkic.of(text))
                .isInstanceOfSatisfying(
                        HkicFormatException.class,
                        e -> assertThat(e.reason()).isEqualTo(HkicFormatException.Reason.SHAPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A123456(4)", "A123456(A)", "A123465(3)", "B123456(3)", "AB987654(4)", "G123456(0)"})
    void refusesAWrongCheckDigit(String text) {
        assertThat(Hkic.parse(text)).isEmpty();
        assertThatThrownBy(() -> Hkic.of(text))
                .isInstanceOfSatisfying(
                        HkicFormatException.class,
                        e -> assertThat(e.reason()).isEqualTo(HkicFormatException.Reason.CHECK_DIGIT))
                .hasMessageContaining("check digit");
    }

    @Test
    void acceptsExactlyOneCheckDigitForEachNumber() {
        Random random = new Random(20261123);
        for (int i = 0; i < 2_000; i++) {
            String letters = letter(random) + (random.nextBoolean() ? letter(random) : "");
            String identification = letters + String.format("%06d", random.nextInt(1_000_000));

            long accepted = IntStream.rangeClosed(0, 10)
                    .mapToObj(digit -> digit == 10 ? "A" : String.valueOf(digit))
                    .filter(digit -> Hkic.parse(identification + digit).isPresent())
                    .count();

            assertThat(accepted).as(identification).isOne();
        }
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
        Random random = new Random(31);
        for (int i = 0; i < 500; i++) {
            String right = Hkic.ofIdentification("C" + String.format("%06d", random.nextInt(1_000_000)))
                    .formatted();
            for (int at = 1; at <= 6; at++) {
                char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                assertThat(Hkic.parse(right.substring(0, at) + other + right.substring(at + 1)))
                        .isEmpty();
                if (at < 6 && right.charAt(at) != right.charAt(at + 1)) {
                    String swapped =
                            right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
                    assertThat(Hkic.parse(swapped)).isEmpty();
                }
            }
        }
    }

    @Test
    void readsThePartsAsTheGatewaySendsThem() {
        assertThat(Hkic.of("a123456", "(3)")).isEqualTo(Hkic.of("A123456(3)"));
        assertThat(Hkic.of(" A123456 ", "３")).isEqualTo(Hkic.of("A123456(3)"));
        assertThatThrownBy(() -> Hkic.of("A123456", "")).isInstanceOf(HkicFormatException.class);
        assertThatThrownBy(() -> Hkic.of("A123456(3)", "3")).isInstanceOf(HkicFormatException.class);
        assertThatThrownBy(() -> Hkic.of("A123456", "4")).isInstanceOf(HkicFormatException.class);
        assertThatThrownBy(() -> Hkic.ofIdentification("A123456(3)")).isInstanceOf(HkicFormatException.class);
    }

    @Test
    void showsNothingOfTheNumberUnlessAsked() {
        Hkic hkic = Hkic.of("AB987654(3)");

        assertThat(hkic.toString()).isEqualTo("Hkic[***]");
        assertThat(hkic.masked()).isEqualTo("AB987***(*)");
        assertThat(Hkic.of("A123456(3)").masked()).isEqualTo("A123***(*)");
    }

    @Test
    void repeatsNothingOfARefusedText() {
        assertThatThrownBy(() -> Hkic.of("Q765432(0)x")).hasMessageNotContaining("Q765432");
        assertThatThrownBy(() -> Hkic.of("A123456(4)")).hasMessageNotContaining("123456");
    }

    private static String letter(Random random) {
        return String.valueOf((char) ('A' + random.nextInt(26)));
    }
}
