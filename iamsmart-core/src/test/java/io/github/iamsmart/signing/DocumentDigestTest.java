package io.github.iamsmart.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DocumentDigestTest {

    /** {@code printf abc | openssl dgst -sha256 -binary | base64}. */
    private static final String ABC = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

    @TempDir
    Path folder;

    @Test
    void isTheSameForBytesStreamAndFile() throws Exception {
        byte[] abc = "abc".getBytes(UTF_8);
        Path file = Files.write(folder.resolve("abc"), abc);

        assertThat(DocumentDigest.of(abc)).hasToString(ABC);
        assertThat(DocumentDigest.of(new ByteArrayInputStream(abc))).hasToString(ABC);
        assertThat(DocumentDigest.of(file)).hasToString(ABC);
        assertThat(DocumentDigest.ofHash(DocumentDigest.of(abc).bytes())).hasToString(ABC);
    }

    /** The example of GB/T 32905. */
    @Test
    void knowsHowItWasComputed() throws Exception {
        byte[] abc = "abc".getBytes(UTF_8);
        Path file = Files.write(folder.resolve("abc"), abc);
        byte[] expected = HexFormat.of().parseHex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");

        assertThat(List.of(
                        DocumentDigest.of(abc, DigestAlgorithm.SM3),
                        DocumentDigest.of(new ByteArrayInputStream(abc), DigestAlgorithm.SM3),
                        DocumentDigest.of(file, DigestAlgorithm.SM3),
                        DocumentDigest.ofHash(expected, DigestAlgorithm.SM3),
                        new DocumentDigest(Base64.getEncoder().encodeToString(expected), DigestAlgorithm.SM3)))
                .allSatisfy(digest -> {
                    assertThat(digest.bytes()).isEqualTo(expected);
                    assertThat(digest.algorithm()).isEqualTo(DigestAlgorithm.SM3);
                });
        assertThat(DocumentDigest.of(abc).algorithm()).isEqualTo(DigestAlgorithm.SHA_256);
        assertThat(DocumentDigest.of(abc)).isNotEqualTo(DocumentDigest.of(abc, DigestAlgorithm.SM3));
    }

    /** What comes back names no algorithm. */
    @Test
    void equalsTheSameBytesThatCameBack() {
        DocumentDigest asked = DocumentDigest.of("abc".getBytes(UTF_8), DigestAlgorithm.SM3);

        assertThat(DocumentDigest.parse(asked.base64())).contains(asked);
        assertThat(DocumentDigest.parse(asked.base64()).orElseThrow()).hasSameHashCodeAs(asked);
    }

    @Test
    void readsOnlyTheBase64Of32Bytes() {
        assertThat(DocumentDigest.parse(ABC)).contains(DocumentDigest.of("abc".getBytes(UTF_8)));
        assertThat(DocumentDigest.parse("AQID")).isEmpty();
        assertThat(DocumentDigest.parse("not Base64")).isEmpty();
        assertThat(new DocumentDigest(ABC.replace("=", ""))).hasToString(ABC);
        assertThatThrownBy(() -> new DocumentDigest("")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> DocumentDigest.ofHash(new byte[20])).isInstanceOf(InvalidRequestException.class);
    }

    /** A JVM of its own, so that the heap is what the test says. The expected hash is that of 2 GiB of zeros. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void hashesTwoGigabytesInAHeapOf64Megabytes() throws Exception {
        File output = folder.resolve("digest").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoGigabytes.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(output).content().isEqualTo("p8dEwTzBAe1mwp9nL5JFVUeInMWGzm1E/naugklY6lE=");
    }
}
