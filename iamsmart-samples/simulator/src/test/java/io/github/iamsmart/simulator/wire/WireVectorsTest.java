package io.github.iamsmart.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WireVectorsTest {
    private static final JsonNode VECTORS = read();

    @TestFactory
    Stream<DynamicTest> signs() {
        return vectors("signature", "nonce")
                .map(named -> DynamicTest.dynamicTest(named.name, () -> {
                    JsonNode vector = named.vector;
                    String head = CallSignature.head(
                            vector.path("clientID").asText(),
                            "HmacSHA256",
                            vector.path("timestamp").asText(),
                            vector.path("nonce").asText());
                    byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
                    String secret = vector.path("clientSecret").asText();
                    assertThat(CallSignature.base64(secret, head, body))
                            .isEqualTo(vector.path("base64").asText());
                    assertThat(CallSignature.sign(secret, head, body))
                            .isEqualTo(vector.path("signature").asText());
                }));
    }

    @TestFactory
    Stream<DynamicTest> sealsAndOpens() {
        return vectors("content", "iv")
                .map(named -> DynamicTest.dynamicTest(named.name, () -> {
                    JsonNode vector = named.vector;
                    byte[] plaintext = vector.path("plaintext").asText().getBytes(StandardCharsets.UTF_8);
                    byte[] iv = Base64.getDecoder().decode(vector.path("iv").asText());
                    String content = vector.path("content").asText();
                    assertThat(Content.seal(cek(vector), iv, plaintext)).isEqualTo(content);
                    assertThat(Content.open(cek(vector), content)).isEqualTo(plaintext);
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesToOpen() {
        return vectors("contentRefused", "why")
                .map(named -> DynamicTest.dynamicTest(named.name, () -> {
                    JsonNode vector = named.vector;
                    assertThatThrownBy(() -> Content.open(
                                    cek(vector), vector.path("content").asText()))
                            .isInstanceOf(Content.NotOpened.class);
                }));
    }

    private record Named(String name, JsonNode vector) {}

    private static Stream<Named> vectors(String group, String name) {
        assertThat(VECTORS.path(group)).isNotEmpty();
        return StreamSupport.stream(VECTORS.path(group).spliterator(), false)
                .map(vector -> new Named(vector.path(name).asText(), vector));
    }

    private static SecretKey cek(JsonNode vector) {
        return new SecretKeySpec(Base64.getDecoder().decode(vector.path("cek").asText()), "AES");
    }

    private static JsonNode read() {
        try (InputStream in = WireVectorsTest.class.getResourceAsStream("/vectors/wire.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
