package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermit;
import io.github.iamsmart.signing.pdf.PdfStamp;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes an application on one page of A4, in English and, where a font of this machine has it, in Chinese. */
@Component
final class ApplicationPaper {

    private static final Color INK = new Color(0x17213f);
    private static final Color SOFT = new Color(0x4a5578);
    private static final Color BLUE = new Color(0x1d46b4);
    private static final Color RED = new Color(0xd8352a);
    private static final Color LINE = new Color(0xcdd8ef);
    private static final Locale CHINESE = Locale.forLanguageTag("zh-HK");
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float TOP = PDRectangle.A4.getHeight();
    private static final float LEFT = 56;
    private static final float VALUE = 252;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float STAMP_BOTTOM = 64;
    private static final float STAMP_WIDTH = 250;
    private static final float STAMP_HEIGHT = 52;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final MessageSource messages;
    private final List<String> fonts;

    ApplicationPaper(MessageSource messages, @Value("${market.paper.fonts}") List<String> fonts) {
        this.messages = messages;
        this.fonts = fonts;
    }

    /** Where the signature is seen. */
    static PdfStamp stamp(String number) {
        return new PdfStamp(
                1,
                LEFT,
                STAMP_BOTTOM,
                STAMP_WIDTH,
                STAMP_HEIGHT,
                PdfStamp.Appearance.text("Digitally signed with iAM Smart", "Kite Street Market, application", number));
    }

    byte[] write(SubmittedPermit permit) {
        try (PDDocument document = new PDDocument();
                PaperFont font = PaperFont.load(document, fonts)) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation().setTitle(english("permit.heading") + " " + permit.number());
            document.getDocumentInformation().setAuthor(english("site.name"));
            try (PaperCanvas canvas = new PaperCanvas(document, page, font)) {
                awning(canvas);
                head(canvas, font, permit);
                form(canvas, font, permit);
                foot(canvas, font);
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("The application cannot be written as a PDF", e);
        }
    }

    private static void awning(PaperCanvas canvas) throws IOException {
        float stripe = WIDTH / 24;
        for (int i = 0; i < 24; i += 2) {
            canvas.box(i % 4 == 0 ? BLUE : RED, i * stripe, TOP - 26, stripe, 26);
        }
        canvas.box(LINE, 0, TOP - 27, WIDTH, 1);
    }

    private void head(PaperCanvas canvas, PaperFont font, SubmittedPermit permit) throws IOException {
        canvas.write(SOFT, 11, LEFT, TOP - 66, both(font, "site.name"));
        canvas.write(INK, 22, LEFT, TOP - 96, english("permit.heading"));
        if (font.hasChinese()) {
            canvas.write(INK, 15, LEFT, TOP - 118, chinese("permit.heading"));
        }
        canvas.write(SOFT, 10, LEFT, TOP - 142, both(font, "permit.receipt.number"));
        canvas.write(INK, 12, VALUE, TOP - 142, permit.number());
        canvas.write(SOFT, 10, LEFT, TOP - 160, both(font, "permit.receipt.time"));
        canvas.write(INK, 12, VALUE, TOP - 160, permit.submittedAt().format(MOMENT) + " (UTC+8)");
        canvas.box(RED, RIGHT - 76, TOP - 118, 76, 62);
        float width = canvas.width(permit.stall(), 30);
        canvas.write(Color.WHITE, 30, RIGHT - 38 - width / 2, TOP - 98, permit.stall());
    }

    private void form(PaperCanvas canvas, PaperFont font, SubmittedPermit permit) throws IOException {
        float base = TOP - 194;
        for (SubmittedPermit.Part part : permit.parts()) {
            canvas.write(BLUE, 12, LEFT, base, both(font, part.title()));
            canvas.box(BLUE, LEFT, base - 7, RIGHT - LEFT, 1);
            base -= 25;
            for (SubmittedPermit.Row row : part.rows()) {
                base = row(canvas, font, row, base);
            }
            base -= 10;
        }
    }

    private float row(PaperCanvas canvas, PaperFont font, SubmittedPermit.Row row, float top) throws IOException {
        float width = canvas.write(SOFT, 8.5f, LEFT, top, english(row.label()));
        if (font.hasChinese()) {
            canvas.write(SOFT, 8, LEFT + width + 5, top, chinese(row.label()));
        }
        float base = top;
        for (String line : canvas.lines(row.value(), 11, RIGHT - VALUE)) {
            canvas.write(INK, 11, VALUE, base, line);
            base -= 14;
        }
        if (row.verified()) {
            canvas.write(BLUE, 7.5f, VALUE, base + 3, both(font, "permit.mark.verified"));
            base -= 10;
        }
        canvas.box(LINE, LEFT, base + 7, RIGHT - LEFT, .5f);
        return base - 6.5f;
    }

    private void foot(PaperCanvas canvas, PaperFont font) throws IOException {
        canvas.write(SOFT, 9, LEFT, STAMP_BOTTOM + STAMP_HEIGHT + 26, english("sign.paper.declaration"));
        if (font.hasChinese()) {
            canvas.write(SOFT, 9, LEFT, STAMP_BOTTOM + STAMP_HEIGHT + 13, chinese("sign.paper.declaration"));
        }
        canvas.frame(SOFT, LEFT, STAMP_BOTTOM, STAMP_WIDTH, STAMP_HEIGHT);
        canvas.write(SOFT, 8, LEFT, STAMP_BOTTOM - 12, both(font, "sign.paper.place"));
        canvas.box(LINE, 0, 30, WIDTH, .5f);
        canvas.write(SOFT, 8, LEFT, 18, english("sign.paper.invented"));
    }

    private String both(PaperFont font, String key) {
        return font.hasChinese() ? english(key) + "  " + chinese(key) : english(key);
    }

    private String english(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private String chinese(String key) {
        return messages.getMessage(key, null, CHINESE);
    }
}
