package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.WireVectors;
import io.github.iamsmart.error.CryptoException;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyUnwrapperTest {

    private final RSAPrivateCrtKey kek = (RSAPrivateCrtKey) WireVectors.kek();
    private final KeyUnwrapper unwrapper = new KeyUnwrapper(kek, null);

    static Stream<JsonNode> good() {
        return WireVectors.of("unwrap");
    }

    static Stream<JsonNode> bad() {
        return WireVectors.of("unwrapRefused");
    }

    private static ContentKey cek(JsonNode vector) {
        return ContentKey.of(Base64.getDecoder().decode(vector.get("cek").textValue()));
    }

    private static String secretKey(JsonNode vector) {
        return vector.get("secretKey").textValue();
    }

    @ParameterizedTest
    @MethodSource("good")
    void unwrapsTheVectors(JsonNode vector) {
        assertThat(unwrapper.unwrap(secretKey(vector))).contains(cek(vector));
        assertThat(unwrapper.unwrapUntrusted(secretKey(vector))).isEqualTo(cek(vector));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesTheBadVectors(JsonNode vector) {
        assertThat(unwrapper.unwrap(secretKey(vector))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void answersABadBlobOfUnknownOriginWithAKeyThatIsAlwaysTheSame(JsonNode vector) {
        ContentKey substitute = unwrapper.unwrapUntrusted(secretKey(vector));
        assertThat(unwrapper.unwrapUntrusted(secretKey(vector))).isEqualTo(substitute);
        assertThat(new KeyUnwrapper(kek, null).unwrapUntrusted(secretKey(vector)))
                .as("nobody else can compute it")
                .isNotEqualTo(substitute);
    }

    @Test
    void rejectsEveryFormOfBadPadding() {
        byte[] key = bytes(32, 7);
        byte[] good = block(key);
        assertThat(open(good)).isEqualTo(ContentKey.of(key));
        int[] mustMatter = {0, 1, 2, 9, 100, good.length - 34, good.length - 33};
        for (int position : mustMatter) {
            byte[] altered = good.clone();
            altered[position] = position == good.length - 33 ? (byte) 1 : position == 0 ? (byte) 1 : 0;
            assertThat(open(altered)).as("byte %d", position).isNotEqualTo(ContentKey.of(key));
        }
    }

    @Test
    void readsOnlyCanonicalBase64OfThirtyTwoBytes() {
        byte[] key = bytes(32, 8);
        byte[] text = Base64.getEncoder().encode(key);
        assertThat(open(block(text))).isEqualTo(ContentKey.of(key));
        for (char wrong : "-_ \n=@[`{".toCharArray()) {
            byte[] altered = text.clone();
            altered[10] = (byte) wrong;
            assertThat(open(block(altered))).as("character '%s'", wrong).isNotEqualTo(ContentKey.of(key));
        }
        byte[] unpadded = text.clone();
        unpadded[43] = 'A';
        assertThat(open(block(unpadded))).isNotEqualTo(ContentKey.of(key));
    }

    @Test
    void decodesEveryCharacterOfTheAlphabetAsTheJdkDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            byte[] block = block(Base64.getEncoder().encode(key));
            assertThat(Pkcs1Block.keyOr(new byte[32], block)).isEqualTo(key);
        }
    }

    @Test
    void callsTheFailureOfADeviceACryptoErrorButTellsNobodyWhoSendsACallback() {
        KeyUnwrapper unplugged = new KeyUnwrapper(kek, new FailingDevice());
        String secretKey = secretKey(good().findFirst().orElseThrow());
        assertThatThrownBy(() -> unplugged.unwrap(secretKey))
                .isInstanceOf(CryptoException.class)
                .hasMessageContaining("device");
        assertThat(unplugged.unwrapUntrusted(secretKey)).isEqualTo(unplugged.unwrapUntrusted(secretKey));
    }

    private ContentKey open(byte[] block) {
        byte[] blob = new BigInteger(1, block)
                .modPow(kek.getPublicExponent(), kek.getModulus())
                .toByteArray();
        byte[] sized = new byte[256];
        int copied = Math.min(blob.length, 256);
        System.arraycopy(blob, blob.length - copied, sized, 256 - copied, copied);
        return unwrapper.unwrapUntrusted(new String(Base64.getEncoder().encode(sized), US_ASCII));
    }

    private static byte[] block(byte[] message) {
        byte[] block = new byte[256];
        Arrays.fill(block, (byte) 0xA5);
        block[0] = 0;
        block[1] = 2;
        block[block.length - message.length - 1] = 0;
        System.arraycopy(message, 0, block, block.length - message.length, message.length);
        return block;
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
