package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed PDFs that were damaged later have a report that fails, or are refused as what they are. */
class OddSignedPdfTest {

    @TempDir
    Path folder;

    private Path signed(byte[] original) throws Exception {
        return PdfWorld.sign(
                Files.write(folder.resolve("original.pdf"), original),
                folder.resolve("signed.pdf"),
                PdfSignatureOptions.builder().reservedBytes(4_096).build());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000, 100_000})
    void findsWhatWasAppendedHoweverLong(int length) throws Exception {
        Path signed = signed(new RawPdf().table());
        byte[] rest = new byte[length];
        Arrays.fill(rest, (byte) 'x');
        Files.write(signed, rest, StandardOpenOption.APPEND);

        assertThat(PdfWorld.VERIFIER.verify(signed))
                .singleElement()
                .satisfies(report -> assertThat(report.failures())
                        .singleElement()
                        .satisfies(failure -> assertThat(failure.check()).isEqualTo(Check.BYTE_RANGE)));
    }

    /** Readers that repair would show the objects, and the report would be about something else. */
    @Test
    void refusesObjectsBehindTheEnd() throws Exception {
        Path signed = signed(new RawPdf().table());
        Files.writeString(signed, "4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> PdfWorld.VERIFIER.verify(signed))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("Ask for the file as it was signed");
    }

    @Test
    void isNeverGoodWhenDamaged() throws Exception {
        for (byte[] original :
                new byte[][] {new RawPdf().table(), new RawPdf().stream(1, 2, 3), new RawPdf().hybrid()}) {
            Path signed = signed(original);
            byte[] file = Files.readAllBytes(signed);
            int signature = new String(file, ISO_8859_1).indexOf("/Contents <") + "/Contents <".length();
            Random random = new Random(5);
            for (int i = 0; i < 150; i++) {
                int at = random.nextInt(file.length);
                byte[] changed = file.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                if (at < signature || at > signature + 2 * 4_096) { // which has parts that nothing covers
                    requireNotGood(changed);
                }
                requireNotGood(Arrays.copyOf(file, at));
                byte[] longer = Arrays.copyOf(file, file.length + 1);
                System.arraycopy(file, at, longer, at + 1, file.length - at);
                requireNotGood(longer);
            }
        }
    }

    private void requireNotGood(byte[] pdf) throws Exception {
        Path file = Files.write(folder.resolve("changed.pdf"), pdf);
        List<VerificationReport> reports;
        try {
            reports = PdfWorld.VERIFIER.verify(file);
        } catch (DocumentException damaged) {
            return;
        }
        assertThat(reports.isEmpty() || !reports.stream().allMatch(VerificationReport::passed))
                .as(new String(pdf, ISO_8859_1))
                .isTrue();
    }

    @Test
    void doesNotResurrectADeletedObject() throws Exception {
        Path signed = signed(new RawPdf().table());
        String file = Files.readString(signed, ISO_8859_1);
        String start = file.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1");
        String table = "xref\n0 1\n0000000000 65535 f \n6 1\n0000000000 00001 f \n7 1\n0000000000 00001 f \n8 1\n"
                + "0000000000 00001 f \ntrailer\n<< /Size 9 /Root 1 0 R /Prev " + start + " >>\nstartxref\n"
                + file.length() + "\n%%EOF\n";
        Files.writeString(signed, table, ISO_8859_1, StandardOpenOption.APPEND);

        assertThat(PdfWorld.VERIFIER.verify(signed)).isEmpty();
    }
}
