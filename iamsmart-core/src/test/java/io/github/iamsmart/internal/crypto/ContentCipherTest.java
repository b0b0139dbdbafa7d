package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.WireVectors;
import io.github.iamsmart.error.CryptoException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentCipherTest {

    private static final ContentKey KEY = ContentKey.of(new byte[32]);

    static Stream<JsonNode> good() {
        return WireVectors.of("content");
    }

    static Stream<JsonNode> bad() {
        return WireVectors.of("contentRefused");
    }

    private static ContentKey key(JsonNode vector) {
        return ContentKey.of(Base64.getDecoder().decode(vector.get("cek").textValue()));
    }

    @ParameterizedTest
    @MethodSource("good")
    void opensTheVectors(JsonNode vector) {
        byte[] plaintext = ContentCipher.open(key(vector), vector.get("content").textValue());
        assertThat(new String(plaintext, UTF_8))
                .isEqualTo(vector.get("plaintext").textValue());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesTheBadVectorsAllInTheSameWords(JsonNode vector) {
        assertThatThrownBy(() ->
                        ContentCipher.open(key(vector), vector.get("content").textValue()))
                .isInstanceOf(CryptoException.class)
                .hasMessage(
                        "The encrypted content could not be opened: it was altered, cut, or sealed under another key.")
                .hasNoCause();
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = ContentCipher.seal(KEY, "{\"名\":\"𠮷\"}".getBytes(UTF_8));
        assertThat(new String(sealed, US_ASCII)).startsWith("AAAAD");
        assertThat(ContentCipher.open(KEY, new String(sealed, US_ASCII))).isEqualTo("{\"名\":\"𠮷\"}".getBytes(UTF_8));
    }

    @Test
    void refusesAFlippedBitAnywhere() {
        byte[] frame = Base64.getDecoder().decode(ContentCipher.seal(KEY, "{\"a\":1}".getBytes(UTF_8)));
        for (int bit = 0; bit < frame.length * 8; bit++) {
            byte[] altered = frame.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> ContentCipher.open(KEY, altered)).isInstanceOf(CryptoException.class);
        }
    }

    @Test
    void neverRepeatsAnIv() {
        Set<String> ivs = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(ivs.add(new String(ContentCipher.seal(KEY, new byte[0]), US_ASCII).substring(5, 21)))
                    .isTrue();
        }
    }

    @Test
    void showsNoKey() {
        assertThat(KEY.toString()).isEqualTo("ContentKey[secret]");
    }
}
