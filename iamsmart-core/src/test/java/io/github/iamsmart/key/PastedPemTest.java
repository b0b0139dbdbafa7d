package io.github.iamsmart.key;

import static io.github.iamsmart.key.KekFixture.CERTIFICATE;
import static io.github.iamsmart.key.KekFixture.KEK;
import static io.github.iamsmart.key.KekFixture.PASSWORD;
import static io.github.iamsmart.key.KekFixture.pem;
import static io.github.iamsmart.key.KekFixture.pkcs8;
import static io.github.iamsmart.key.KekFixture.traditionallyEncrypted;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PEM text as it comes out of editors, environment variables, YAML and secret managers. */
class PastedPemTest {

    private static final String TEXT = pkcs8(KEK.getPrivate()) + pem(CERTIFICATE);

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("line breaks written out", TEXT.replace("\n", "\\n")),
                arguments("line breaks of Windows written out", TEXT.replace("\n", "\\r\\n")),
                arguments("JSON", "\"" + TEXT.replace("/", "\\/").replace("\n", "\\n") + "\""),
                arguments("JSON in JSON", TEXT.replace("\n", "\\\\n")),
                arguments(
                        "JSON that is safe in HTML",
                        TEXT.replace("=", "\\u003d").replace("\n", "\\n")),
                arguments("blanks of a web page", TEXT.replace("\n", "\u00a0\n\u00a0")),
                arguments("invisible blanks of a web page", TEXT.replace("\n", "\u200b\n")),
                arguments("indented by blanks", TEXT.replaceAll("(?m)^", "    ")),
                arguments("indented by tabs", TEXT.replaceAll("(?m)^", "\t")),
                arguments("blanks at the ends of lines", TEXT.replace("\n", "  \n")),
                arguments("in quotes", '"' + TEXT + '"'),
                arguments("in single quotes", "'" + TEXT + "'"),
                arguments("one line", TEXT.replace("\n", " ")),
                arguments("old line breaks of the Macintosh", TEXT.replace("\n", "\r")),
                arguments("empty lines", TEXT.replace("\n", "\n\n")),
                arguments("Base64 in one line", TEXT.replaceAll("(?m)([A-Za-z0-9+/=])\n(?!-)", "$1")),
                arguments("a name and a colon before it", "key: " + TEXT),
                arguments(
                        "parameters beside it",
                        "-----BEGIN DH PARAMETERS-----\nMEYCQQDaRl\n-----END DH PARAMETERS-----\n" + TEXT),
                arguments(
                        "parameters of curves after it",
                        TEXT + "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"),
                arguments("a byte order mark", "\ufeff" + TEXT));
    }

    private static void assertRead(String text, Charset charset) {
        KekKeyPair pair = KekKeyPair.fromPem(new ByteArrayInputStream(text.getBytes(charset)), null, null);
        assertThat(pair.insecurePrivateKey()).isEqualTo(KEK.getPrivate());
        assertThat(pair.certificate()).contains(CERTIFICATE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void isRead(String shape, String text) {
        assertThat(KekKeyPair.fromPem(text, null, null).certificate()).contains(CERTIFICATE);
        for (Charset charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
            assertRead(text, charset);
        }
    }

    @Test
    void theOldEncryptionKeepsItsHeaders() {
        String text = traditionallyEncrypted(KEK.getPrivate());
        for (String pasted : new String[] {
            text.replace("\n", "\\n"), text.replaceAll("(?m)^", "  "), '"' + text + '"', text.replace("\n", "\r\n")
        }) {
            assertThat(KekKeyPair.fromPem(pasted, PASSWORD.toCharArray(), null).insecurePrivateKey())
                    .isEqualTo(KEK.getPrivate());
        }
    }

    @Test
    void aKeyInPlaceOfItsPathIsNotQuoted() {
        String base64 = pkcs8(KEK.getPrivate()).replaceAll("-----[^\n]*\n", "").replace("\n", "");
        for (String key : new String[] {TEXT, TEXT.replace("\n", "\\n"), base64}) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> KekKeyPair.fromPem(Path.of(key)))
                    .withMessageContaining("looks like the key itself")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(base64.substring(40, 60)))
                    .withNoCause();
        }
    }
}
