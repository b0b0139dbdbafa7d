package io.github.iamsmart.spring.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN =
            List.of("iamsmart.client-id", "iamsmart.client-secret", "iamsmart.kek.location", "iamsmart.public-url");

    @ParameterizedTest
    @CsvSource({
        "iamsmart.client-idd, iamsmart.client-id",
        "iamsmart.clientScret, iamsmart.client-secret",
        "IAMSMART_CLIENT_SECERT, iamsmart.client-secret",
        "iamsmart.kek-location, iamsmart.kek.location",
        "iamsmart.pulic-ulr, iamsmart.public-url",
    })
    void findsWhatWasProbablyMeant(String name, String nearest) {
        assertThat(NearestName.of(name, KNOWN)).contains(nearest);
    }

    @Test
    void findsNothingThatHasLittleInCommon() {
        assertThat(NearestName.of("colour-scheme", KNOWN)).isEmpty();
        assertThat(NearestName.of("id", List.of("on"))).isEmpty();
        assertThat(NearestName.of("anything", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT30S, 30s", "PT90S, 90s", "PT48H, 2d", "PT0.03S, 30ms", "PT-1S, -1s", "PT5M, 5m"})
    void showsADurationAsItIsWritten(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }

    @Test
    void aMessageHasNoCharacterThatForgesALineAndNoValueThatFillsTheScreen() {
        assertThat(MessageText.oneLine("a\u001b[31m is\r\n2026-01-01 ERROR forged\u2028x"))
                .isEqualTo("a [31m is  2026-01-01 ERROR forged x");
        assertThat(MessageText.oneLine("it is '" + "ab c".repeat(50) + "', which"))
                .hasSizeLessThan(130)
                .endsWith("…', which");
        assertThat(MessageText.lines("one\n" + "x y ".repeat(1_000) + "\nthree").lines())
                .hasSize(3)
                .allMatch(line -> line.length() < 1_010);
    }
}
