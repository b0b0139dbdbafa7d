package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/** Draws a stamp as the small PDF from which PDFBox takes the appearance of a signature. */
final class StampDrawing {

    private static final float MARGIN = 4;
    private static final float LARGEST_LETTERS = 12;
    private static final float SMALLEST_LETTERS = 1;
    private static final float LINE_HEIGHT = 1.25f;

    private StampDrawing() {}

    static InputStream draw(PdfStamp stamp, StampPlace place) {
        try {
            return template(stamp, place);
        } catch (DocumentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DocumentException(
                    "The stamp cannot be drawn: try another image, or a complete TrueType file (.ttf) as its font.", e);
        }
    }

    private static InputStream template(PdfStamp stamp, StampPlace place) throws IOException {
        try (PDDocument template = new PDDocument()) {
            PDPage page = new PDPage();
            template.addPage(page);
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(place.rectangle());
            widget.setPage(page);
            widget.setPrinted(true);
            page.getAnnotations().add(widget);
            PDAppearanceStream drawing = new PDAppearanceStream(new PDStream(template).getCOSObject());
            drawing.setResources(new PDResources());
            drawing.setBBox(new PDRectangle(stamp.width(), stamp.height()));
            drawing.setMatrix(place.turn());
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(drawing);
            widget.setAppearance(appearance);
            draw(template, drawing, stamp);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            template.save(pdf);
            return new ByteArrayInputStream(pdf.toByteArray());
        }
    }

    private static void draw(PDDocument template, PDAppearanceStream drawing, PdfStamp stamp) throws IOException {
        byte @Nullable [] image = stamp.appearance().image();
        try (PDPageContentStream canvas = new PDPageContentStream(template, drawing)) {
            if (image != null) {
                canvas.drawImage(StampImage.read(template, image), 0, 0, stamp.width(), stamp.height());
            }
            if (!stamp.appearance().lines().isEmpty()) {
                write(canvas, font(template, stamp.appearance().font()), stamp);
            }
        }
    }

    private static PDFont font(PDDocument template, byte @Nullable [] trueType) {
        return trueType == null
                ? new PDType1Font(Standard14Fonts.FontName.HELVETICA)
                : StampFont.read(template, trueType);
    }

    private static void write(PDPageContentStream canvas, PDFont font, PdfStamp stamp) throws IOException {
        float lines = stamp.appearance().lines().size();
        try {
            float size = Math.min(LARGEST_LETTERS, (stamp.height() - 2 * MARGIN) / lines / LINE_HEIGHT);
            for (String line : stamp.appearance().lines()) {
                float width = font.getStringWidth(line) / 1_000;
                size = width == 0 ? size : Math.min(size, (stamp.width() - 2 * MARGIN) / width);
            }
            if (size < SMALLEST_LETTERS) {
                throw new DocumentException(
                        "The stamp is too small for its text: make it larger, or the text shorter.");
            }
            canvas.beginText();
            canvas.setFont(font, size);
            canvas.setLeading(size * LINE_HEIGHT);
            canvas.newLineAtOffset(MARGIN, stamp.height() - MARGIN - size);
            for (String line : stamp.appearance().lines()) {
                canvas.showText(line);
                canvas.newLine();
            }
            canvas.endText();
        } catch (IllegalArgumentException missing) {
            throw new DocumentException(
                    "The font of the stamp lacks a character of its text: use a TrueType font that has it.");
        }
    }
}
