package io.github.iamsmart.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SigningVectorsTest {

    @Test
    void makesTheIdentificationCodeOfProtocolMd() {
        assertThat(IdentificationCode.forUser(
                        "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", "liR14+vX/5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c="))
                .isEqualTo("5122");
    }

    @Test
    void makesThoseOfTheVectorsWithTheOpenIdAsItCame() throws Exception {
        JsonNode vectors = vectors("identificationCode");
        assertThat(vectors)
                .isNotEmpty()
                .allSatisfy(vector -> assertThat(IdentificationCode.forUser(
                                vector.path("hashCode").asText(),
                                vector.path("openID").asText()))
                        .isEqualTo(vector.path("code").asText()));
    }

    @Test
    void anAnonymousOneDependsOnEachOfItsParts() {
        String code = IdentificationCode.anonymous("a", "b", "client-1");
        assertThat(code).matches("\\d{4}").isEqualTo(IdentificationCode.anonymous("a", "b", "client-1"));
        assertThat(IdentificationCode.anonymous("c", "b", "client-1")).isNotEqualTo(code);
        assertThat(IdentificationCode.anonymous("a", "c", "client-1")).isNotEqualTo(code);
        assertThat(IdentificationCode.anonymous("a", "b", "client-2")).isNotEqualTo(code);
    }

    @Test
    void hashesHkicNumbersInUpperCase() throws Exception {
        JsonNode vectors = vectors("hkicHash");
        assertThat(vectors)
                .isNotEmpty()
                .allSatisfy(vector -> assertThat(
                                HkicHash.of(vector.path("identification").asText()))
                        .isEqualTo(vector.path("hash").asText()));
        assertThat(HkicHash.of("a123456")).isEqualTo(HkicHash.of("A123456"));
    }

    private static JsonNode vectors(String group) throws Exception {
        try (InputStream in = SigningVectorsTest.class.getResourceAsStream("/vectors/wire.json")) {
            return new ObjectMapper().readTree(in).path(group);
        }
    }
}
