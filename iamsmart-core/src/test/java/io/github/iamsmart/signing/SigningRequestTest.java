package io.github.iamsmart.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.signing.SigningBody;
import io.github.iamsmart.signing.StepUp.Method;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningRequestTest {

    private record Limit(
            String name, int longest, BiFunction<SigningDetails.Builder, String, SigningDetails.Builder> set) {}

    static Stream<Arguments> limits() {
        return Stream.of(
                        new Limit("department", 100, SigningDetails.Builder::department),
                        new Limit("serviceName", 255, SigningDetails.Builder::serviceName),
                        new Limit("documentName", 255, SigningDetails.Builder::documentName))
                .flatMap(limit -> Stream.of("a", "簽", "𠮷").map(character -> Arguments.of(limit, character)));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void countsCharactersWhateverTheirScript(Limit limit, String character) {
        String longest = character.repeat(limit.longest());

        ObjectNode body = body(limit.set().apply(SigningDetails.builder(), longest));

        assertThat(body.get(limit.name()).textValue()).isEqualTo(longest);
        SigningDetails.Builder tooLong = limit.set().apply(SigningDetails.builder(), longest + character);
        assertThatThrownBy(tooLong::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("The " + limit.name() + " of a signing request has 1 to " + limit.longest()
                        + " characters, not " + (limit.longest() + 1) + ".");
    }

    private static ObjectNode body(SigningDetails.Builder details) {
        ObjectNode body = Json.object();
        new SigningBody(StepUpFields.SUA).write(body, details.build());
        return body;
    }

    private static final DocumentDigest SHA_256 = DocumentDigest.of(new byte[] {1}, DigestAlgorithm.SHA_256);
    private static final DocumentDigest SM3 = DocumentDigest.of(new byte[] {1}, DigestAlgorithm.SM3);

    @ParameterizedTest
    @ValueSource(strings = {"SM3withSM2", "NONEwithSM2"})
    void signsTheSm3OfADocumentWithSm2(String name) {
        SignatureAlgorithm algorithm = new SignatureAlgorithm(name);

        assertThat(new HashSigningRequest(SM3, algorithm, none()).digest()).isEqualTo(SM3);
        assertThat(new BulkDocument.Hash("1", "a", SM3, algorithm).digest()).isEqualTo(SM3);
        assertThatThrownBy(() -> new HashSigningRequest(SHA_256, algorithm, none()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("DigestAlgorithm.SM3");
        assertThatThrownBy(() -> new BulkDocument.Hash("1", "a", SHA_256, algorithm))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("DigestAlgorithm.SM3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "NONEwithRSA"})
    void signsTheSha256OfADocumentWithRsa(String name) {
        SignatureAlgorithm algorithm = new SignatureAlgorithm(name);

        assertThat(new HashSigningRequest(SHA_256, algorithm, none()).digest()).isEqualTo(SHA_256);
        assertThatThrownBy(() -> new HashSigningRequest(SM3, algorithm, none()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("DigestAlgorithm.SHA_256");
        assertThatThrownBy(() -> new BulkDocument.Hash("1", "a", SM3, algorithm))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new HashSigningRequest(SM3, none())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> BulkDocument.hash("1", "a", SM3)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void signsTheSha256OfAPdf() {
        assertThat(new PdfSigningRequest(SHA_256, none()).digest()).isEqualTo(SHA_256);
        assertThatThrownBy(() -> new PdfSigningRequest(SM3, none())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> BulkDocument.pdf("1", "a", SM3)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void leavesTheDigestOfAnUnknownAlgorithmToItsCaller() {
        SignatureAlgorithm unknown = new SignatureAlgorithm("SHA3withECDSA");

        assertThat(unknown.digestAlgorithm()).isEmpty();
        assertThat(new HashSigningRequest(SM3, unknown, none()).digest()).isEqualTo(SM3);
        assertThat(new HashSigningRequest(SHA_256, unknown, none()).digest()).isEqualTo(SHA_256);
    }

    private static SigningDetails none() {
        return SigningDetails.builder().build();
    }

    @Test
    void refusesBlanks() {
        SigningDetails.Builder blank = SigningDetails.builder().documentName("  ");

        assertThatThrownBy(blank::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("blanks");
    }

    @Test
    void refusesANumberInPlaceOfItsHash() {
        SigningDetails.Builder number = SigningDetails.builder().hkicHash("A123456");

        assertThatThrownBy(number::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("A123456");
    }

    @Test
    void showsNothingOfTheSigner() {
        Hkic hkic = Hkic.of("A123456(3)");

        assertThat(SigningDetails.builder().signer(hkic).build().toString()).doesNotContain(hkic.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FACE | {\"unary\":[\"FR\"]}",
                "CARD | {\"unary\":[\"NFC\"]}",
                "FACE_AND_CARD | {\"and\":[\"FR\",\"NFC\"]}"
            })
    void writesAStepUpAsAJsonText(Method method, String text) {
        ObjectNode body = body(SigningDetails.builder().stepUp(StepUp.by(method)));

        assertThat(body).hasSize(1);
        assertThat(body.get("suaMethod").textValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void acceptsAWaitingPeriodOfUpTo720Hours(Method method) {
        assertThat(body(SigningDetails.builder().stepUp(StepUp.by(method).within(Duration.ZERO)))
                        .get("suaWaitPeriod")
                        .intValue())
                .isZero();
        assertThat(body(SigningDetails.builder().stepUp(StepUp.by(method).within(Duration.ofHours(720))))
                        .get("suaWaitPeriod")
                        .intValue())
                .isEqualTo(720);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT721H", "PT-1H", "PT90M", "PT720H0.001S"})
    void refusesOtherWaitingPeriods(Duration period) {
        StepUp face = StepUp.by(Method.FACE);

        assertThatThrownBy(() -> face.within(period))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("720");
    }

    @Test
    void needsTwoNamesForTheMembersOfAStepUp() {
        assertThatThrownBy(() -> new StepUpFields("a", "a")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new StepUpFields("", "a")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesAnAlgorithmThatIsNoWord() {
        assertThatThrownBy(() -> new SignatureAlgorithm("SHA256 with RSA")).isInstanceOf(InvalidRequestException.class);
        assertThat(new SignatureAlgorithm("SHA512withRSA")).hasToString("SHA512withRSA");
    }
}
