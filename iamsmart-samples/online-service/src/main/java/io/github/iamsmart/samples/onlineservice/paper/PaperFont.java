package io.github.iamsmart.samples.onlineservice.paper;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/**
 * The letters of a paper: those of the first font of this machine that has Chinese ones, of which only the used ones go
 * into the PDF; else Helvetica, which has none. Close it after the PDF is saved.
 */
final class PaperFont implements Closeable {

    private final PDFont font;
    private final boolean chinese;
    private final @Nullable Closeable source;

    private PaperFont(PDFont font, boolean chinese, @Nullable Closeable source) {
        this.font = font;
        this.chinese = chinese;
        this.source = source;
    }

    static PaperFont load(PDDocument document, List<String> candidates) throws IOException {
        Optional<File> file =
                candidates.stream().map(File::new).filter(File::canRead).findFirst();
        if (file.isEmpty()) {
            return new PaperFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), false, null);
        }
        if (file.get().getName().endsWith(".ttc")) {
            TrueTypeCollection collection = new TrueTypeCollection(file.get());
            First first = new First();
            collection.processAllFonts(first::take);
            return new PaperFont(embedded(document, first.font), true, collection);
        }
        TrueTypeFont font = new OTFParser().parse(new RandomAccessReadBufferedFile(file.get()));
        return new PaperFont(embedded(document, font), true, font);
    }

    private static PDFont embedded(PDDocument document, @Nullable TrueTypeFont font) throws IOException {
        if (font == null) {
            throw new IOException("The collection of fonts is empty");
        }
        return PDType0Font.load(document, font, true);
    }

    /** The first of a collection. */
    private static final class First {
        private @Nullable TrueTypeFont font;

        private void take(TrueTypeFont next) {
            font = font == null ? next : font;
        }
    }

    PDFont font() {
        return font;
    }

    boolean hasChinese() {
        return chinese;
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
        if (source != null) {
            source.close();
        }
    }
}
