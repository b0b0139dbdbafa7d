package io.github.iamsmart.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    private final Masking masking = new Masking(Optional.of("the secret of a test"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"accessToken\":\"abcdefgh\"} | {\"accessToken\":\"abcd…\"}",
                "{\"accesstoken\" : \"abcdefgh\"} | {\"accesstoken\" : \"abcd…\"}",
                "{\"code\":\"D00000\"} | {\"code\":\"D00000\"}",
                "{\"code\":\"an-authorization-code\"} | {\"code\":\"an-a…\"}",
                "{\"code\":\"a\\\"quoted\\\" code\",\"x\":1} | {\"code\":\"a\\\"q…\",\"x\":1}",
                "{\"BSQCToken\":\"simbulk-0123456789\"} | {\"BSQCToken\":\"simbulk-0123…\"}",
                "?code=simcode-0123456789%2Fab&state=1 | ?code=simcode-0123…&state=1",
                "{\\\"accessToken\\\":\\\"simtoken-01234567+/=\\\"} | {\\\"accessToken\\\":\\\"simtoken-0123…\\\"}",
                "signed with the secret of a test, by mistake | signed with the …, by mistake",
                "{\"code_verifier\":\"unfinished | {\"code_verifier\":\"unfi…",
                "{\"code_verifier\":\"unfinished\\ | {\"code_verifier\":\"unfi…",
                "{\"clientSecret\":\"\"} | {\"clientSecret\":\"…\"}",
                "{\"content\":\"AAAAD\"} | {\"content\":\"AAAAD\"}",
            })
    void showsTheBeginningOfSecrets(String text, String masked) {
        assertThat(masking.of(text)).isEqualTo(masked);
    }

    @Test
    void takesLongTextsWithoutComplaint() {
        String escapes = "{\"code\":\"" + "\\\"".repeat(100_000);
        assertThat(masking.of(escapes)).hasSizeLessThan(30);
        String many = "\"code\":\"0123456789\",".repeat(20_000);
        assertThat(masking.of(many)).isEqualTo("\"code\":\"0123…\",".repeat(20_000));
        assertThat(masking.of("\"code\"" + " ".repeat(100_000))).endsWith(" ");
        assertThat(masking.of("simcode-".repeat(20_000))).hasSizeLessThan(20);
    }
}
