package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.samples.onlineservice.cases.Visitor;
import io.github.iamsmart.samples.onlineservice.paper.MarketPaper;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.samples.onlineservice.permit.Permit;
import io.github.iamsmart.samples.onlineservice.permit.PermitPaper;
import io.github.iamsmart.samples.onlineservice.permit.Permits;
import io.github.iamsmart.samples.onlineservice.signing.Place.Subject;
import io.github.iamsmart.samples.onlineservice.signing.Signing.Paper;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The papers that visitors sign, each for its signer alone. */
@Component
final class Signings {

    private final Cases cases;
    private final Visitor visitor;
    private final Permits permits;
    private final PermitPaper permitPaper;
    private final MarketPaper writer;
    private final PaperFiles files;
    private final Clock clock;

    Signings(
            Cases cases,
            Visitor visitor,
            Permits permits,
            PermitPaper permitPaper,
            MarketPaper writer,
            PaperFiles files,
            Clock clock) {
        this.cases = cases;
        this.visitor = visitor;
        this.permits = permits;
        this.permitPaper = permitPaper;
        this.writer = writer;
        this.files = files;
        this.clock = clock;
    }

    Optional<Signing> find(Place place, HttpServletRequest request) {
        return cases.newest(
                Signing.class, visitor.of(request), one -> one.place().equals(place));
    }

    /** Another paper than before takes the place of the one before; empty where there is nothing to sign. */
    Optional<Signing> findOrOpen(Place place, HttpServletRequest request, Locale locale) throws IOException {
        Optional<Signing> found = find(place, request);
        if (place.subject() == Subject.TERMS) {
            // What has been signed stays what it is, whatever language its reader prefers now.
            String language = Language.closestTo(locale).wireValue();
            boolean known = found.filter(one -> one.signed().isPresent() || isOf(one, language))
                    .isPresent();
            return known ? found : Optional.of(open(place, request, terms(language)));
        }
        Optional<Permit> permit = permits.findSubmitted(request);
        if (permit.isEmpty()) {
            return Optional.empty();
        }
        boolean known = found.filter(one -> isOf(one, permit.get().number())).isPresent();
        return known ? found : Optional.of(open(place, request, application(permit.get())));
    }

    private static boolean isOf(Signing one, String edition) {
        return one.paper().edition().equals(edition);
    }

    Optional<Signing> waitingFor(RequestInfo request) {
        return cases.waitingFor(Signing.class, request);
    }

    Optional<Signing> update(Signing one, UnaryOperator<Signing> change) {
        return cases.update(one, change);
    }

    private Signing open(Place place, HttpServletRequest request, Paper paper) {
        return cases.add(Signing.open(visitor.of(request), clock.instant(), place, paper));
    }

    // tag::prepare[]
    private Paper application(Permit permit) throws IOException {
        String number = permit.number();
        Path pdf = writer.write(permitPaper.of(permit));
        PdfSignatureOptions options = PdfSignatureOptions.builder()
                .reason("Application for a stall permit")
                .location("Hong Kong")
                .stamp(MarketPaper.stamp("application", number))
                .build();
        PreparedPdf prepared = new PdfSigner().prepare(pdf, options);
        return new Paper(number, pdf, prepared.digest(), Optional.of(prepared));
    }
    // end::prepare[]

    private Paper terms(String language) throws IOException {
        byte[] text = new ClassPathResource("terms/" + language + ".txt").getContentAsByteArray();
        return new Paper(language, files.add(text), DocumentDigest.of(text), Optional.empty());
    }
}
