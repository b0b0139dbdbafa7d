package io.github.iamsmart.samples.onlineservice.paper;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A page that is written from the top. Lengths are in points. */
final class PaperCanvas implements Closeable {

    private final PDPageContentStream page;
    private final PaperFont font;

    PaperCanvas(PDDocument document, PDPage page, PaperFont font) throws IOException {
        this.page = new PDPageContentStream(document, page);
        this.font = font;
    }

    void box(Color colour, float left, float bottom, float width, float height) throws IOException {
        page.setNonStrokingColor(colour);
        page.addRect(left, bottom, width, height);
        page.fill();
    }

    void frame(Color colour, float left, float bottom, float width, float height) throws IOException {
        page.setStrokingColor(colour);
        page.setLineWidth(.75f);
        page.setLineDashPattern(new float[] {4, 3}, 0);
        page.addRect(left, bottom, width, height);
        page.stroke();
    }

    /** Writes a line and returns its width. */
    float write(Color colour, float size, float left, float base, String text) throws IOException {
        String readable = font.readable(text);
        page.beginText();
        page.setNonStrokingColor(colour);
        page.setFont(font.font(), size);
        page.newLineAtOffset(left, base);
        page.showText(readable);
        page.endText();
        return font.width(readable, size);
    }

    float width(String text, float size) throws IOException {
        return font.width(font.readable(text), size);
    }

    /** The lines of a text that is too wide, broken between words or, where there are none, between characters. */
    List<String> lines(String text, float size, float width) throws IOException {
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

    @Override
    public void close() throws IOException {
        page.close();
    }
}
