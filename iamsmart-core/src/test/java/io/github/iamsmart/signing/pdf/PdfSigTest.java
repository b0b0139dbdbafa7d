package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.signing.ExternalTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Poppler's pdfsig judges what the signer writes. */
class PdfSigTest {

    private static final ExternalTool PDFSIG = new ExternalTool("pdfsig");

    @TempDir
    Path folder;

    private Path original() throws Exception {
        return PdfWorld.pdf(folder.resolve("original.pdf"));
    }

    private Path sign(Path pdf, String name) throws Exception {
        PdfStamp stamp = new PdfStamp(1, 72, 72, 150, 40, PdfStamp.Appearance.text("Signed"));
        return PdfWorld.sign(
                pdf,
                folder.resolve(name),
                PdfSignatureOptions.builder().stamp(stamp).build());
    }

    /** The test root is not among the system's, and must not be looked for. */
    private String pdfsig(Path pdf) throws Exception {
        return PDFSIG.run(folder, "-nocert", pdf.toString()).output();
    }

    @Test
    void callsASignatureValid() throws Exception {
        assertThat(pdfsig(sign(original(), "once.pdf")))
                .contains("Signature Type: adbe.pkcs7.detached")
                .contains("Signature Validation: Signature is Valid.")
                .contains("Total document signed");
    }

    @Test
    void callsASecondSignatureValidToo() throws Exception {
        String output = pdfsig(sign(sign(original(), "once.pdf"), "twice.pdf"));

        assertThat(output.split("Signature Validation: Signature is Valid\\.", -1))
                .as(output)
                .hasSize(3);
        assertThat(output).contains("Not total document signed").contains("  - Total document signed");
    }

    @Test
    void findsOneChangedByte() throws Exception {
        Path signed = sign(original(), "once.pdf");
        byte[] file = Files.readAllBytes(signed);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf("Pay 100") + 4] = '9';
        Files.write(signed, file);

        assertThat(pdfsig(signed)).contains("Digest Mismatch").doesNotContain("Signature is Valid");
    }
}
