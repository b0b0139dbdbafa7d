package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small PDF takes little memory, whatever it decompresses to; a large one takes no more than a small one. */
@Tag("slow")
class PdfLimitsTest {

    @TempDir
    Path folder;

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("object stream", PdfBombs.objectStream(40), "decompresses to more than 32 times"),
                Arguments.of("two filters", PdfBombs.twice(40), "decompresses to more than 32 times"),
                Arguments.of("same filter twice", PdfBombs.sameFilterTwice(40), "same filter twice"),
                Arguments.of("LZW", PdfBombs.lzw(2), "decompresses to more than 32 times"),
                Arguments.of("run length", PdfBombs.runLength(20), "decompresses to more than 32 times"),
                Arguments.of("cross-reference stream", PdfBombs.sections(40), "decompresses to more than 32 times"),
                Arguments.of("values", PdfBombs.values(1), "too many values"),
                Arguments.of("columns", PdfBombs.predictor("/Columns 2000000000"), "rows of more than"),
                Arguments.of("colours", PdfBombs.predictor("/Colors 2000000000 /Columns 2"), "rows of more than"),
                Arguments.of("bits", PdfBombs.predictor("/BitsPerComponent 2147483647"), "rows of more than"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void refusesABomb(String name, byte[] pdf, String why) throws Exception {
        Path file = Files.write(folder.resolve("bomb.pdf"), pdf);

        assertThatThrownBy(() -> PdfWorld.SIGNER_OF_PDFS.prepare(file, PdfSignatureOptions.DEFAULTS))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> PdfWorld.VERIFIER.verify(file))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(why);
    }

    /** The same shapes, small: so it is their size that is refused. */
    @Test
    void readsWhatIsNoBomb() throws Exception {
        for (byte[] pdf : new byte[][] {PdfBombs.objectStream(1), PdfBombs.twice(1)}) {
            Path file = Files.write(folder.resolve("small.pdf"), pdf);
            assertThat(PdfWorld.VERIFIER.verify(file)).isEmpty();
        }
    }

    /** 512 MiB from 522 KB, and a PDF of 160 MiB, in a heap of 64 MiB. */
    @Test
    @Timeout(600)
    void staysWithinASmallHeap() throws Exception {
        Process service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfSmallHeap.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(service.getInputStream().readAllBytes(), UTF_8);

        assertThat(service.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines().filter(line -> line.startsWith(PdfSmallHeap.SAYS)))
                .as(output)
                .containsExactly(
                        PdfSmallHeap.SAYS + "not prepared",
                        PdfSmallHeap.SAYS + "not verified",
                        PdfSmallHeap.SAYS + "signed and verified: true");
        assertThat(service.exitValue()).isZero();
    }
}
