package io.github.iamsmart.samples.onlineservice.paper;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * The letters of a paper: those of the first font of this machine that has Chinese ones, of which only the used ones go
 * into the PDF; else Helvetica, which has none. Close it after the PDF is saved.
 */
record PaperFont(PDFont font, boolean hasChinese, Closeable source) implements Closeable {

    static PaperFont load(PDDocument document, List<String> candidates) throws IOException {
        Optional<File> file =
                candidates.stream().map(File::new).filter(File::canRead).findFirst();
        if (file.isEmpty()) {
            return new PaperFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), false, () -> {});
        }
        if (file.get().getName().endsWith(".ttc")) {
            TrueTypeCollection collection = new TrueTypeCollection(file.get());
            List<TrueTypeFont> fonts = new ArrayList<>();
            collection.processAllFonts(fonts::add);
            return new PaperFont(PDType0Font.load(document, fonts.get(0), true), true, collection);
        }
        TrueTypeFont font = new OTFParser().parse(new RandomAccessReadBufferedFile(file.get()));
        return new PaperFont(PDType0Font.load(document, font, true), true, font);
    }

    /** The text with a question mark for each character that the font lacks. */
    String readable(String text) {
        return text.codePoints()
                .mapToObj(character -> has(character) ? Character.toString(character) : "?")
                .collect(Collectors.joining());
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    private boolean has(int character) {
        try {
            font.encode(Character.toString(character));
            return true;
        } catch (IOException | IllegalArgumentException lacking) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
