package io.github.iamsmart.bulksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.signing.DocumentDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureFileIteratorTest {

    private static final byte[] CERTIFICATE = {9};
    private static final DocumentDigest DIGEST = DocumentDigest.of("a permit".getBytes(UTF_8));

    private static List<BulkSignature> read(String... entries) {
        String file = "\"signatures\":[" + String.join(",", entries) + "]";
        List<BulkSignature> read = new ArrayList<>();
        new SignatureFileIterator(file.getBytes(UTF_8), CERTIFICATE).forEachRemaining(read::add);
        return read;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"7\",\"hash\":\"%s\",\"timestamp\":1764000000123,\"signature\":\"AQID\"}",
                "{\"id\":7,\"hashCode\":\"%s\",\"timestamp\":\" 1764000000123\",\"signature\":\"AQ\\r\\nID\"}",
                "{\"more\":{\"id\":[\"8\"]},\"signature\":\"AQID\",\"timestamp\":\"1764000000123\",\"hash\":\"%s\",\"id\":\"7\"}"
            })
    void readsASignedHashHoweverItIsWritten(String entry) {
        assertThat(read(entry.formatted(DIGEST))).singleElement().satisfies(signature -> {
            assertThat(signature.documentId()).isEqualTo("7");
            assertThat(signature).isInstanceOfSatisfying(BulkSignature.OfHash.class, hash -> {
                assertThat(hash.result().digest()).contains(DIGEST);
                assertThat(hash.result().signedAt()).contains(Instant.ofEpochMilli(1_764_000_000_123L));
                assertThat(hash.result().signature()).containsExactly(1, 2, 3);
                assertThat(hash.result().certificate()).isEqualTo(CERTIFICATE);
            });
        });
    }

    @Test
    void readsASignedPdf() {
        assertThat(read("{\"id\":\"7\",\"docDigest\":\"%s\",\"pdfSignature\":\"AQID\"}".formatted(DIGEST)))
                .singleElement()
                .isInstanceOfSatisfying(BulkSignature.OfPdf.class, pdf -> {
                    assertThat(pdf.result().digest()).contains(DIGEST);
                    assertThat(pdf.result().pdfSignature()).containsExactly(1, 2, 3);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"7\"}",
                "{\"id\":\"7\",\"signature\":null}",
                "{\"id\":\"7\",\"signature\":{\"a\":1}}",
                "{\"id\":\"7\",\"signature\":\"?\"}",
                "{\"id\":\"7\",\"pdfSignature\":null,\"signature\":\"AQID\"}",
                "{\"id\":\"7\",\"pdfSignature\":\"\"}"
            })
    void aDocumentWithoutAReadableSignatureIsUnsigned(String entry) {
        assertThat(read(entry, "{\"id\":\"8\"}"))
                .containsExactly(new BulkSignature.Unsigned("7"), new BulkSignature.Unsigned("8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"timestamp\":\"?\",", "\"timestamp\":1.5,", "\"timestamp\":99999999999999999999,"})
    void aTimeThatIsNoneIsNone(String timestamp) {
        assertThat(read("{" + timestamp + "\"hash\":\"?\",\"signature\":\"AQID\"}"))
                .singleElement()
                .isInstanceOfSatisfying(BulkSignature.OfHash.class, hash -> {
                    assertThat(hash.documentId()).isEmpty();
                    assertThat(hash.result().signedAt()).isEmpty();
                    assertThat(hash.result().digest()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{\"id\":\"7\"", "{\"id\"}", "null", "[{}]"})
    void refusesWhatIsNoListOfObjects(String entry) {
        assertThatThrownBy(() -> read("{}", entry)).isInstanceOf(ProtocolException.class);
    }
}
