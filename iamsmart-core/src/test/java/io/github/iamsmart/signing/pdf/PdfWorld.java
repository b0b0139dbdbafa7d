package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.TestAuthority;
import io.github.iamsmart.signing.verification.TestCms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDFs, and somebody who signs them. */
final class PdfWorld {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    static final KeyPair KEYS = TestAuthority.rsaKeys();
    static final X509Certificate SIGNER = ROOT.issue(KEYS.getPublic());
    static final PdfSigner SIGNER_OF_PDFS = new PdfSigner(new MutableClock(NOW));
    static final PdfVerifier VERIFIER = new PdfVerifier(SignatureVerifier.builder()
            .trustAnchors(List.of(ROOT.certificate()))
            .clock(new MutableClock(NOW))
            .build());

    private PdfWorld() {}

    interface Change {
        void apply(PDDocument document) throws IOException;
    }

    static Path pdf(Path file) throws IOException {
        return pdf(file, document -> {});
    }

    /** Two pages; the text on the first is not compressed. */
    static Path pdf(Path file, Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.addPage(new PDPage(PDRectangle.A4));
            try (PDPageContentStream text =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(72, 700);
                text.showText("Pay 100 dollars");
                text.endText();
            }
            change.apply(document);
            document.save(file.toFile());
        }
        return file;
    }

    /** What the gateway answers. */
    static PdfSigningResult signed(PreparedPdf prepared) throws Exception {
        return new PdfSigningResult(
                prepared.digest(), new TestCms(KEYS, SIGNER).at(NOW).sign(prepared.digest()));
    }

    static Path sign(Path original, Path target, PdfSignatureOptions options) throws Exception {
        PreparedPdf prepared = SIGNER_OF_PDFS.prepare(original, options);
        try (OutputStream out = Files.newOutputStream(target)) {
            SIGNER_OF_PDFS.complete(prepared, original, signed(prepared), out);
        }
        return target;
    }
}
