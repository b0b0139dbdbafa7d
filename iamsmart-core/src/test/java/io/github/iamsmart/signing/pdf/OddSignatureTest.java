package io.github.iamsmart.signing.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Conclusion;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.RawCms;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signature dictionaries that other programs write, or that were damaged. */
class OddSignatureTest {

    private static final String RANGE = "[0 FROM______ TO________ REST______]";

    @TempDir
    Path folder;

    /** A PDF that is signed; each entry of the dictionary stands in it, or is an object of its own. */
    private Path sign(String subFilter, String range) throws Exception {
        List<String> objects = List.of(
                "<</Type /Catalog /Pages 2 0 R /AcroForm <</SigFlags 3 /Fields [4 0 R]>>>>",
                "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R]>>",
                "<</Type /Annot /Subtype /Widget /FT /Sig /T (signed) /Rect [0 0 0 0] /V 5 0 R /P 3 0 R>>",
                "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter " + subFilter + " " + range + " /Contents <"
                        + "0".repeat(8_192) + ">>>",
                RANGE,
                "/adbe.pkcs7.detached");
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 8\n").append(table).append("trailer\n<</Size 8 /Root 1 0 R>>\nstartxref\n" + start);
        String text = file.append("\n%%EOF\n").toString();
        int from = text.indexOf("<0000000000");
        int to = text.indexOf("0>", from) + 2;
        text = text.replace("FROM______", String.format("%-10d", from))
                .replace("TO________", String.format("%-10d", to))
                .replace("REST______", String.format("%-10d", text.length() - to));
        byte[] content = (text.substring(0, from) + text.substring(to)).getBytes(ISO_8859_1);
        String hex = HexFormat.of().formatHex(new RawCms(PdfWorld.KEYS, PdfWorld.SIGNER, content).sign());
        String signed = text.substring(0, from + 1) + hex + text.substring(from + 1 + hex.length());
        return Files.write(folder.resolve("signed.pdf"), signed.getBytes(ISO_8859_1));
    }

    private static VerificationReport verify(Path pdf) throws IOException {
        List<VerificationReport> reports = PdfWorld.VERIFIER.verify(pdf);
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    @Test
    void readsEntriesThatAreObjectsOfTheirOwn() throws Exception {
        for (String subFilter : List.of("/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "7 0 R")) {
            for (String range : List.of("/ByteRange " + RANGE, "/ByteRange 6 0 R")) {
                VerificationReport report = verify(sign(subFilter, range));

                assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
            }
        }
    }

    /** The signature itself may be as good as any: only what it signs is not known. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/ByteRange []", "/ByteRange [0 1 2 3]", "/ByteRange (0 1 2 3)", "/ByteRange 9 0 R"})
    void saysNothingOfASignatureThatItDoesNotFind(String range) throws Exception {
        VerificationReport report = verify(sign("/adbe.pkcs7.detached", range));

        assertThat(report.failures()).extracting(Finding::check).containsExactly(Check.BYTE_RANGE);
        assertThat(report.conclusion()).isEqualTo(Conclusion.NOT_GOOD);
        assertThat(report.unchecked()).extracting(Finding::check).contains(Check.SIGNATURE, Check.CERTIFICATE_PATH);
    }
}
