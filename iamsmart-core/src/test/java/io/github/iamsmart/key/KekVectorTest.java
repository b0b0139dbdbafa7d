package io.github.iamsmart.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KekVectorTest {

    private final JsonNode vectors = read();

    @ParameterizedTest
    @CsvSource({
        "privateKeyPkcs8, PRIVATE KEY",
        "privateKeyPkcs1, RSA PRIVATE KEY",
        "privateKeyPkcs8Encrypted, ENCRYPTED PRIVATE KEY"
    })
    void readsTheKekOfTheVectorsInEachEncoding(String member, String label) throws GeneralSecurityException {
        JsonNode kek = vectors.get("kek");
        String pem = "-----BEGIN " + label + "-----\n" + kek.get(member).asText() + "\n-----END " + label + "-----\n";
        KekKeyPair pair = KekKeyPair.fromPem(pem, kek.get("password").asText().toCharArray(), null);
        assertThat(Base64.getEncoder().encodeToString(pair.publicKeyInfo()))
                .isEqualTo(kek.get("pubKey").asText());

        JsonNode wrapped = vectors.get("unwrap").get(0);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, pair.insecurePrivateKey());
        assertThat(cipher.doFinal(
                        Base64.getDecoder().decode(wrapped.get("secretKey").asText())))
                .isEqualTo(Base64.getDecoder().decode(wrapped.get("cek").asText()));
    }

    private static JsonNode read() {
        try (InputStream in = KekVectorTest.class.getResourceAsStream("/vectors/wire.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
