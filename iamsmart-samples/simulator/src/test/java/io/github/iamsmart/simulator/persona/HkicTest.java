package io.github.iamsmart.simulator.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.simulator.SimulatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HkicTest {

    /** The first two are the examples of published texts; the third is a sum worked out by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"A123456(3)", "AB987654(3)", "B000002(2)", "A1234563"})
    void takesOneWithItsCheckDigit(String text) {
        Hkic hkic = Hkic.parse(text);
        assertThat(text.replace("(", "").replace(")", "")).isEqualTo(hkic.identification() + hkic.checkDigit());
        assertThat(hkic.toString()).doesNotContain(hkic.identification());
    }

    @Test
    void tenIsTheLetterA() {
        assertThat(Hkic.checkDigit("G123456")).isEqualTo("A");
        assertThat(Hkic.parse("G123456(A)").checkDigit()).isEqualTo("A");
    }

    @Test
    void onlyOneOfElevenIsRight() {
        String digits = "0123456789A";
        long right = digits.chars()
                .filter(digit -> {
                    try {
                        Hkic.parse("C654321(" + (char) digit + ")");
                        return true;
                    } catch (SimulatorException e) {
                        assertThat(e).hasMessageContaining("is wrong").hasMessageNotContaining("654321");
                        return false;
                    }
                })
                .count();
        assertThat(right).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A12345(3)",
                "A1234567(3)",
                "ABC123456(3)",
                "A123456",
                "A123456(B)",
                "A123456(3",
                "Ａ123456(3)"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Hkic.parse(text))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("A123456(3)");
    }
}
