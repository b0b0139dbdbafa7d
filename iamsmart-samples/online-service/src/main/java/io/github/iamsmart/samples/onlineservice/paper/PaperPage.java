package io.github.iamsmart.samples.onlineservice.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.context.MessageSource;

/** Draws a paper on a page, in English and, where a font of this machine has it, in Chinese. */
final class PaperPage {

    static final float LEFT = 56;
    static final float STAMP_BOTTOM = 64;
    static final float STAMP_WIDTH = 250;
    static final float STAMP_HEIGHT = 52;

    private static final Color INK = new Color(0x17213f);
    private static final Color SOFT = new Color(0x4a5578);
    private static final Color BLUE = new Color(0x1d46b4);
    private static final Color RED = new Color(0xd8352a);
    private static final Color LINE = new Color(0xcdd8ef);
    private static final Locale CHINESE = Locale.forLanguageTag("zh-HK");
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float TOP = PDRectangle.A4.getHeight();
    private static final float VALUE = 252;
    private static final float RIGHT = WIDTH - LEFT;

    private final PaperCanvas canvas;
    private final PaperFont font;
    private final MessageSource messages;

    private PaperPage(PaperCanvas canvas, PaperFont font, MessageSource messages) {
        this.canvas = canvas;
        this.font = font;
        this.messages = messages;
    }

    /** Adds the page to a document. */
    static void draw(PDDocument document, PaperFont font, MessageSource messages, PaperText paper) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PaperCanvas canvas = new PaperCanvas(document, page, font)) {
            PaperPage drawn = new PaperPage(canvas, font, messages);
            drawn.awning();
            drawn.head(paper);
            drawn.form(paper);
            drawn.foot(paper);
        }
    }

    private void awning() throws IOException {
        float stripe = WIDTH / 24;
        for (int i = 0; i < 24; i += 2) {
            canvas.box(i % 4 == 0 ? BLUE : RED, i * stripe, TOP - 26, stripe, 26);
        }
        canvas.box(LINE, 0, TOP - 27, WIDTH, 1);
    }

    private void head(PaperText paper) throws IOException {
        canvas.write(SOFT, 11, LEFT, TOP - 66, both("site.name"));
        canvas.write(INK, 22, LEFT, TOP - 96, english(paper.title()));
        if (font.hasChinese()) {
            canvas.write(INK, 15, LEFT, TOP - 118, chinese(paper.title()));
        }
        float base = TOP - 142;
        for (PaperText.Row row : paper.head()) {
            canvas.write(SOFT, 10, LEFT, base, both(row.label()));
            canvas.write(INK, 12, VALUE, base, row.value());
            base -= 18;
        }
        canvas.box(RED, RIGHT - 76, TOP - 118, 76, 62);
        float width = canvas.width(paper.stall(), 30);
        canvas.write(Color.WHITE, 30, RIGHT - 38 - width / 2, TOP - 98, paper.stall());
    }

    private void form(PaperText paper) throws IOException {
        float base = TOP - 158 - 18 * paper.head().size();
        for (PaperText.Part part : paper.parts()) {
            canvas.write(BLUE, 12, LEFT, base, both(part.title()));
            canvas.box(BLUE, LEFT, base - 7, RIGHT - LEFT, 1);
            base -= 25;
            for (PaperText.Row row : part.rows()) {
                base = row(row, base);
            }
            base -= 10;
        }
    }

    private float row(PaperText.Row row, float top) throws IOException {
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
            canvas.write(BLUE, 7.5f, VALUE, base + 3, both("permit.mark.verified"));
            base -= 10;
        }
        canvas.box(LINE, LEFT, base + 7, RIGHT - LEFT, .5f);
        return base - 6.5f;
    }

    private void foot(PaperText paper) throws IOException {
        canvas.write(SOFT, 9, LEFT, STAMP_BOTTOM + STAMP_HEIGHT + 26, english(paper.declaration()));
        if (font.hasChinese()) {
            canvas.write(SOFT, 9, LEFT, STAMP_BOTTOM + STAMP_HEIGHT + 13, chinese(paper.declaration()));
        }
        canvas.frame(SOFT, LEFT, STAMP_BOTTOM, STAMP_WIDTH, STAMP_HEIGHT);
        canvas.write(SOFT, 8, LEFT, STAMP_BOTTOM - 12, both("sign.paper.place"));
        canvas.box(LINE, 0, 30, WIDTH, .5f);
        canvas.write(SOFT, 8, LEFT, 18, english("sign.paper.invented"));
    }

    private String both(String key) {
        return font.hasChinese() ? english(key) + "  " + chinese(key) : english(key);
    }

    private String english(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private String chinese(String key) {
        return messages.getMessage(key, null, CHINESE);
    }
}
