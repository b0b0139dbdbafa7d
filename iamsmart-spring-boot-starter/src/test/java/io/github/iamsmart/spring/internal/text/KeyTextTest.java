package io.github.iamsmart.spring.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private static final String LINE = "MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC0L86oUZ9TVUfd";
    private static final String BODY = (LINE + "\n").repeat(20) + "c2VjcmV0LWVuZA==\n";
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\n" + BODY + "-----END PRIVATE KEY-----\n";

    static Stream<String> keys() {
        return Stream.of(
                PEM,
                PEM.replace("\n", "\\n"),
                PEM.replace("\n", " "),
                PEM.replace("\n", "\r\n  "),
                PEM.substring(0, PEM.length() - 40),
                PEM.replace("PRIVATE", "RSA PRIVATE"),
                BODY,
                BODY.replace("\n", "\r\n"),
                BODY.replace("\n", " "),
                BODY.replace("\n", ""),
                BODY.replace("\n", "").replace('/', '_').replace('+', '-'));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsHidden(String key) {
        assertThat(KeyText.hiddenIn("iamsmart.public-url is '" + key + "', which is not a URL."))
                .startsWith("iamsmart.public-url is '******")
                .endsWith("', which is not a URL.")
                .doesNotContain(LINE.substring(0, 20), "c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "write the key as PEM text, with its line -----BEGIN ...-----, or as Base64 after base64:.",
                "points to /home/permits/integration-environment/secrets/key-encryption-key-of-the-permit-office/kek",
                "is 'https://permits.example.gov.hk/a/path/that/goes/on/and/on/for/seventy/characters/or/more'"
            })
    void everythingElseIsShown(String message) {
        assertThat(KeyText.hiddenIn(message)).isEqualTo(message);
    }
}
