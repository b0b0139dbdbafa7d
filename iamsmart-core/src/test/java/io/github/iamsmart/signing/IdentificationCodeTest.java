package io.github.iamsmart.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.WireVectors;
import io.github.iamsmart.identity.TokenisedId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentificationCodeTest {

    static Stream<JsonNode> vectors() {
        return WireVectors.of("identificationCode");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithVectorsMadeElsewhere(JsonNode vector) {
        DocumentDigest digest = new DocumentDigest(vector.get("hashCode").textValue());
        TokenisedId user = TokenisedId.of(vector.get("openID").textValue());

        assertThat(IdentificationCode.PUBLISHED.forUser(digest, user))
                .isEqualTo(vector.get("code").textValue());
    }

    @Test
    void agreesWithThePublicVector() {
        DocumentDigest digest = new DocumentDigest("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
        TokenisedId user = TokenisedId.of("liR14+vX/5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c=");

        assertThat(IdentificationCode.PUBLISHED.forUser(digest, user)).isEqualTo("5122");
    }

    /** Computed with Python's hashlib. */
    @Test
    void joinsHashSignerAndClientForAnonymousRequests() {
        DocumentDigest digest = new DocumentDigest("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");

        assertThat(IdentificationCode.PUBLISHED.anonymous(
                        digest, "rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk=", "0a1b2c3d4e5f60718293a4b5c6d7e8f9"))
                .isEqualTo("7070");
    }
}
