package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.WireVectors;
import io.github.iamsmart.error.ConfigurationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestSignerTest {

    static Stream<JsonNode> vectors() {
        return WireVectors.of("signature");
    }

    private static String sign(JsonNode vector, RequestSigner signer) {
        return signer.sign(
                vector.get("timestamp").textValue(),
                vector.get("nonce").textValue(),
                vector.get("body").textValue().getBytes(UTF_8));
    }

    private static RequestSigner signer(JsonNode vector) {
        return new RequestSigner(
                vector.get("clientID").textValue(), vector.get("clientSecret").textValue());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheVectors(JsonNode vector) {
        assertThat(sign(vector, signer(vector)))
                .isEqualTo(vector.get("signature").textValue());
    }

    @Test
    void givesTheSameSignatureFromManyThreads() {
        JsonNode vector = vectors().findFirst().orElseThrow();
        RequestSigner signer = signer(vector);
        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> sign(vector, signer)))
                .containsOnly(vector.get("signature").textValue());
    }

    @Test
    void refusesAnEmptySecret() {
        assertThatThrownBy(() -> new RequestSigner("id", ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clientSecret");
    }
}
