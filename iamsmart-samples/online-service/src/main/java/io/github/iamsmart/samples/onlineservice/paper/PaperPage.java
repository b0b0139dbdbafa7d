package io.github.iamsmart.samples.onlineservice.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
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

    private final PDPageContentStream content;
    private final PaperFont font;
    private final MessageSource messages;

    private PaperPage(PDPageContentStream content, PaperFont font, MessageSource messages) {
        this.content = content;
        this.font = font;
        this.messages = messages;
    }

    /** Adds the page to a document. */
    static void draw(PDDocument document, PaperFont font, MessageSource messages, PaperText paper) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            PaperPage drawn = new PaperPage(content, font, messages);
            drawn.awning();
            drawn.head(paper);
            drawn.form(paper);
            drawn.foot(paper);
        }
    }

    private void awning() throws IOException {
        float stripe = WIDTH / 24;
        for (int i = 0; i < 24; i += 2) {
            box(i % 4 == 0 ? BLUE : RED, i * stripe, TOP - 26, stripe, 26);
        }
        box(LINE, 0, TOP - 27, WIDTH, 1);
    }

    private void head(PaperText paper) throws IOException {
        write(SOFT, 11, LEFT, TOP - 66, both("site.name"));
        write(INK, 22, LEFT, TOP - 96, english(paper.title()));
        if (font.hasChinese()) {
            write(INK, 15, LEFT, TOP - 118, chinese(paper.title()));
        }
        float base = TOP - 142;
        for (PaperText.Row row : paper.head()) {
            write(SOFT, 10, LEFT, base, both(row.label()));
            write(INK, 12, VALUE, base, row.value());
            base -= 18;
        }
        box(RED, RIGHT - 76, TOP - 118, 76, 62);
        float width = width(paper.stall(), 30);
        write(Color.WHITE, 30, RIGHT - 38 - width / 2, TOP - 98, paper.stall());
    }

    private void form(PaperText paper) throws IOException {
        float base = TOP - 158 - 18 * paper.head().size();
        for (PaperText.Part part : paper.parts()) {
            write(BLUE, 12, LEFT, base, both(part.title()));
            box(BLUE, LEFT, base - 7, RIGHT - LEFT, 1);
            base -= 25;
            for (PaperText.Row row : part.rows()) {
                base = row(row, base);
            }
            base -= 10;
        }
    }

    private float row(PaperText.Row row, float top) throws IOException {
        float width = write(SOFT, 8.5f, LEFT, top, english(row.label()));
        if (font.hasChinese()) {
            write(SOFT, 8, LEFT + width + 5, top, chinese(row.label()));
        }
        float base = top;
        for (String line : lines(row.value(), 11, RIGHT - VALUE)) {
            write(INK, 11, VALUE, base, line);
            base -= 14;
        }
        if (row.verified()) {
            write(BLUE, 7.5f, VALUE, base + 3, both("permit.mark.verified"));
            base -= 10;
        }
        box(LINE, LEFT, base + 7, RIGHT - LEFT, .5f);
        return base - 6.5f;
    }

    private void foot(PaperText paper) throws IOException {
        write(SOFT, 9, LEFT, STAMP_BOTTOM + STAMP_HEIGHT + 26, english(paper.declaration()));
        if (font.hasChinese()) {
            write(SOFT, 9, LEFT, STAMP_BOTTOM + STAMP_HEIGHT + 13, chinese(paper.declaration()));
        }
        frame(SOFT, LEFT, STAMP_BOTTOM, STAMP_WIDTH, STAMP_HEIGHT);
        write(SOFT, 8, LEFT, STAMP_BOTTOM - 12, both("sign.paper.place"));
        box(LINE, 0, 30, WIDTH, .5f);
        write(SOFT, 8, LEFT, 18, english("sign.paper.invented"));
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

    private void box(Color colour, float left, float bottom, float width, float height) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect(left, bottom, width, height);
        content.fill();
    }

    private void frame(Color colour, float left, float bottom, float width, float height) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth(.75f);
        content.setLineDashPattern(new float[] {4, 3}, 0);
        content.addRect(left, bottom, width, height);
        content.stroke();
    }

    /** Writes a line and returns its width. */
    private float write(Color colour, float size, float left, float base, String text) throws IOException {
        String readable = font.readable(text);
        content.beginText();
        content.setNonStrokingColor(colour);
        content.setFont(font.font(), size);
        content.newLineAtOffset(left, base);
        content.showText(readable);
        content.endText();
        return font.width(readable, size);
    }

    private float width(String text, float size) throws IOException {
        return font.width(font.readable(text), size);
    }

    /** The lines of a text that is too wide, broken between words or, where there are none, between characters. */
    private List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            String rest = paragraph.strip();
            while (width(rest, size) > width) {
                int end = rest.length();
                while (end > 1 && width(rest.substring(0, end), size) > width) {
                    end = rest.offsetByCodePoints(end, -1);
                }
                int blank = rest.lastIndexOf(' ', end);
                int cut = blank > 0 ? blank : end;
                lines.add(rest.substring(0, cut).strip());
                rest = rest.substring(cut).strip();
            }
            lines.add(rest);
        }
        return lines;
    }
}
