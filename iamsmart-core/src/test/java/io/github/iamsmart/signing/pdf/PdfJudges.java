package io.github.iamsmart.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.signing.ExternalTool;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.file.Path;

/** What others say of a signed PDF: the checker of qpdf, and poppler's readers, which PDF viewers use. */
final class PdfJudges {

    private static final ExternalTool QPDF = new ExternalTool("qpdf");
    private static final ExternalTool PDFINFO = new ExternalTool("pdfinfo");
    private static final ExternalTool PDFSIG = new ExternalTool("pdfsig");

    private PdfJudges() {}

    /** Nobody has to repair it, nobody warns, and all find the pages and the signature. */
    static void requireSound(Path signed, int pages) throws Exception {
        assertThat(PdfWorld.VERIFIER.verify(signed)).isNotEmpty().allMatch(VerificationReport::passed, "passed");
        Path folder = signed.getParent();
        ExternalTool.Answer check = QPDF.run(folder, "--check", signed.toString());
        assertThat(check.exitCode()).as(check.output()).isZero();
        ExternalTool.Answer info = PDFINFO.run(folder, signed.toString());
        assertThat(info.output()).containsPattern("Pages: +" + pages + "\\n").doesNotContain("Error", "Warning");
        assertThat(info.exitCode()).isZero();
        ExternalTool.Answer signatures = PDFSIG.run(folder, "-nocert", signed.toString());
        assertThat(signatures.output())
                .contains("Signature Validation: Signature is Valid.", "  - Total document signed")
                .doesNotContain("Error", "Warning");
    }
}
