package io.github.iamsmart.internal.signature.revisions;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which cross-reference section says what, newest first; PDFBox itself keeps only their sum, and ignores
 * which objects a section declares free.
 */
final class CrossReferences extends XrefTrailerResolver {

    private final Budget budget;
    private final List<Section> sections = new ArrayList<>();

    CrossReferences(Budget budget) {
        this.budget = budget;
    }

    List<Section> sections() {
        return sections;
    }

    /** A cross-reference table or stream. */
    static final class Section {

        private final long offset;
        private final boolean table;
        private final Map<COSObjectKey, Long> entries = new LinkedHashMap<>();
        private final Set<Long> free = new HashSet<>();
        private final Set<Long> numbers = new HashSet<>();
        private boolean repeats;
        private @Nullable COSDictionary trailer;

        private Section(long offset, boolean table) {
            this.offset = offset;
            this.table = table;
        }

        long offset() {
            return offset;
        }

        boolean isTable() {
            return table;
        }

        /** {@return offsets in the file; negative: the number of the object stream that holds the object} */
        Map<COSObjectKey, Long> entries() {
            return entries;
        }

        /** {@return the objects that a stream declares free; a table is read elsewhere} */
        Set<Long> free() {
            return free;
        }

        /** {@return whether a stream says something about an object more than once; a table is read elsewhere} */
        boolean repeats() {
            return repeats;
        }

        COSDictionary trailer() {
            if (trailer == null) {
                throw new UndecidedException("a cross-reference section has no trailer");
            }
            return trailer;
        }
    }

    @Override
    public void nextXrefObj(long start, XRefType type) {
        budget.step();
        sections.add(new Section(start, type == XRefType.TABLE));
        super.nextXrefObj(start, type);
    }

    @Override
    public void setXRef(COSObjectKey key, long offset) {
        budget.step();
        current().entries.putIfAbsent(key, offset);
        super.setXRef(key, offset);
    }

    @Override
    public void setTrailer(COSDictionary trailer) {
        Section section = current();
        section.trailer = trailer;
        if (trailer instanceof COSStream stream) {
            try {
                readEntries(stream, section);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        super.setTrailer(trailer);
    }

    private Section current() {
        if (sections.isEmpty()) {
            throw new UndecidedException("its cross-references cannot be read");
        }
        return sections.get(sections.size() - 1);
    }

    private void readEntries(COSStream stream, Section section) throws IOException {
        @Nullable COSArray widths = stream.getCOSArray(COSName.W);
        if (widths == null || widths.size() != 3) {
            throw new UndecidedException("its cross-references cannot be read");
        }
        int typeWidth = width(widths, 0);
        int restWidth = width(widths, 1) + width(widths, 2);
        @Nullable COSArray ranges = stream.getCOSArray(COSName.INDEX);
        try (InputStream decoded = stream.createInputStream();
                DataInputStream in = new DataInputStream(decoded)) {
            for (int i = 0; i < (ranges == null ? 1 : ranges.size() / 2); i++) {
                long first = ranges == null ? 0 : ranges.getInt(2 * i);
                long count = ranges == null ? stream.getInt(COSName.SIZE) : ranges.getInt(2 * i + 1);
                for (long number = first; number < first + count; number++) {
                    budget.step();
                    byte[] entry = in.readNBytes(typeWidth + restWidth);
                    if (entry.length < typeWidth + restWidth) {
                        return;
                    }
                    section.repeats |= !section.numbers.add(number);
                    if (type(entry, typeWidth) == 0) {
                        section.free.add(number);
                    }
                }
            }
        }
    }

    /** Of a wide field every byte counts: 257 means nothing, and not 1. */
    private static int type(byte[] entry, int width) {
        int type = width == 0 ? 1 : entry[width - 1] & 0xFF;
        boolean isKnown = type <= 2;
        for (int i = 0; i < width - 1; i++) {
            isKnown &= entry[i] == 0;
        }
        if (!isKnown) {
            throw new UndecidedException("its cross-references are of an unknown kind");
        }
        return type;
    }

    private static int width(COSArray widths, int i) {
        int width = widths.getInt(i);
        if (width < 0 || width > 8) {
            throw new UndecidedException("its cross-references cannot be read");
        }
        return width;
    }
}
