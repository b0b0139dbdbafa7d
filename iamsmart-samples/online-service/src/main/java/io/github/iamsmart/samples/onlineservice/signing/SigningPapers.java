package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.samples.onlineservice.paper.MarketPaper;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermit;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermits;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes the papers. */
@Component
final class SigningPapers {

    private final SubmittedPermits permits;
    private final MarketPaper paper;
    private final PaperFiles files;

    SigningPapers(SubmittedPermits permits, MarketPaper paper, PaperFiles files) {
        this.permits = permits;
        this.paper = paper;
        this.files = files;
    }

    /** Which paper a visitor would sign now; empty where there is none. */
    Optional<String> edition(Subject subject, HttpServletRequest request, Locale locale) {
        return subject == Subject.TERMS
                ? Optional.of(Language.closestTo(locale).wireValue())
                : permits.find(request).map(SubmittedPermit::number);
    }

    Paper make(Subject subject, HttpServletRequest request, Locale locale) {
        try {
            return subject == Subject.TERMS
                    ? terms(Language.closestTo(locale))
                    : application(permits.find(request).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // tag::prepare[]
    private Paper application(SubmittedPermit permit) throws IOException {
        Path pdf = paper.write(ApplicationPaper.of(permit));
        PdfSignatureOptions options = PdfSignatureOptions.builder()
                .reason("Application for a stall permit")
                .location("Hong Kong")
                .stamp(MarketPaper.stamp("application", permit.number()))
                .build();
        PreparedPdf prepared = new PdfSigner().prepare(pdf, options);
        return new Paper(permit.number(), pdf, prepared.digest(), Optional.of(prepared));
    }
    // end::prepare[]

    private Paper terms(Language language) throws IOException {
        byte[] text = new ClassPathResource("terms/" + language.wireValue() + ".txt").getContentAsByteArray();
        return new Paper(language.wireValue(), files.add(text), DocumentDigest.of(text), Optional.empty());
    }
}
