package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PdfVerifier;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts a signature that was verified into its PDF, and verifies the file itself: that is what its signer takes home.
 */
@Component
public final class PdfCompletion {

    private final PaperFiles files;

    PdfCompletion(PaperFiles files) {
        this.files = files;
    }

    /**
     * A PDF with its signature.
     *
     * @param file where it is
     * @param report what the verification of the file found
     */
    public record SignedPdf(Path file, VerificationReport report) {}

    // tag::complete[]
    public SignedPdf complete(PreparedPdf prepared, Path original, PdfSigningResult result, SignatureVerifier verifier)
            throws IOException {
        Path pdf = files.empty();
        try (OutputStream target = Files.newOutputStream(pdf)) {
            new PdfSigner().complete(prepared, original, result, target);
        }
        List<VerificationReport> reports = new PdfVerifier(verifier).verify(pdf);
        return new SignedPdf(pdf, reports.get(reports.size() - 1));
    }
    // end::complete[]
}
