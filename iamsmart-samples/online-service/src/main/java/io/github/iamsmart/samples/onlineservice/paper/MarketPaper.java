package io.github.iamsmart.samples.onlineservice.paper;

import io.github.iamsmart.signing.pdf.PdfStamp;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes papers as PDFs of one page of A4. */
@Component
public final class MarketPaper {

    private final MessageSource messages;
    private final List<String> fonts;
    private final PaperFiles files;

    MarketPaper(MessageSource messages, @Value("${market.paper.fonts}") List<String> fonts, PaperFiles files) {
        this.messages = messages;
        this.fonts = fonts;
        this.files = files;
    }

    /** Where the signature is seen, and what stands there. */
    public static PdfStamp stamp(String what, String number) {
        return new PdfStamp(
                1,
                PaperPage.LEFT,
                PaperPage.STAMP_BOTTOM,
                PaperPage.STAMP_WIDTH,
                PaperPage.STAMP_HEIGHT,
                PdfStamp.Appearance.text("Digitally signed with iAM Smart", "Kite Street Market, " + what, number));
    }

    public Path write(PaperText paper) {
        return write(List.of(paper)).get(0);
    }

    /**
     * Writes many as the pages of one document, which is cut then: so the letters are looked up once, which takes
     * longer than all the rest.
     */
    public List<Path> write(List<PaperText> papers) {
        try (PDDocument all = new PDDocument();
                PaperFont font = PaperFont.load(all, fonts)) {
            for (PaperText paper : papers) {
                PaperPage.draw(all, font, messages, paper);
            }
            // Only what is saved has its letters inside.
            all.save(OutputStream.nullOutputStream());
            List<Path> written = new ArrayList<>();
            for (PaperText paper : papers) {
                written.add(cut(all.getPage(written.size()), paper));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("The papers cannot be written as PDFs", e);
        }
    }

    private Path cut(PDPage page, PaperText paper) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.importPage(page).setResources(page.getResources());
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(messages.getMessage(paper.title(), null, Locale.ENGLISH) + " " + paper.number());
            about.setAuthor(messages.getMessage("site.name", null, Locale.ENGLISH));
            Path file = files.empty();
            document.save(file.toFile());
            return file;
        }
    }
}
