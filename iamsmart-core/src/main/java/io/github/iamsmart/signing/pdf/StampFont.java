package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Reads the font of a stamp. */
final class StampFont {

    private static final int HEADER = 12;
    private static final int TABLE = 16;

    private StampFont() {}

    static PDFont read(PDDocument template, byte[] file) {
        requireTrueType(file);
        try {
            return PDType0Font.load(template, new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) {
            boolean forbidden = String.valueOf(e.getMessage()).contains("embedding");
            throw new DocumentException(
                    forbidden
                            ? "The licence of the stamp's font does not let a PDF have it: use another font."
                            : "The font of the stamp cannot be read: use a complete TrueType file (.ttf).",
                    e);
        }
    }

    private static void requireTrueType(byte[] file) {
        String kind = new String(file, 0, Math.min(4, file.length), StandardCharsets.ISO_8859_1);
        switch (kind) {
            case "\0\1\0\0", "true" -> requireTables(ByteBuffer.wrap(file));
            case "ttcf" ->
                throw new DocumentException("The font of the stamp is a collection (.ttc): extract one font of"
                        + " it as TrueType file (.ttf).");
            case "OTTO" ->
                throw new DocumentException("The font of the stamp is an OpenType font with PostScript"
                        + " outlines (.otf): use a TrueType file (.ttf).");
            case "wOFF", "wOF2" ->
                throw new DocumentException(
                        "The font of the stamp is compressed for the web (.woff): use its TrueType file (.ttf).");
            default -> throw new DocumentException("The font of the stamp is not a TrueType file (.ttf): use one.");
        }
    }

    /** PDFBox takes the lengths of tables at their word. */
    private static void requireTables(ByteBuffer file) {
        int tables = file.limit() < HEADER ? 0 : file.getShort(4) & 0xFFFF;
        boolean whole = tables > 0 && HEADER + tables * TABLE <= file.limit();
        for (int i = 0; whole && i < tables; i++) {
            long start = Integer.toUnsignedLong(file.getInt(HEADER + i * TABLE + 8));
            long length = Integer.toUnsignedLong(file.getInt(HEADER + i * TABLE + 12));
            whole = start + length <= file.limit();
        }
        if (!whole) {
            throw new DocumentException("The font of the stamp is cut off: use a complete TrueType file (.ttf).");
        }
    }
}
