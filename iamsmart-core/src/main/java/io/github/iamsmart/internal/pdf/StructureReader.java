package io.github.iamsmart.internal.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;

/** Reads the cross-reference sections of a PDF to the letter, from its last {@code startxref} back. Not thread-safe. */
class StructureReader extends StrictParser {

    private static final String XREF = "xref";
    private static final String TRAILER = "trailer";
    private static final int ENTRY = 20;
    private static final Pattern ENTRY_FORM = Pattern.compile("(\\d{10}) (\\d{5}) ([nf])(?: \\r| \\n|\\r\\n)");
    /** ISO 32000-1, annex C. */
    private static final long HIGHEST_NUMBER = 8_388_607;

    private static final int HIGHEST_GENERATION = 65_535;
    private static final int MOST_SECTIONS = 10_000;
    private static final int WIDEST_FIELD = 8;
    private static final int IN_FILE = 1;
    private static final int IN_OBJECT_STREAM = 2;

    final Map<COSObjectKey, Long> objects;
    private final BitSet numbers = new BitSet();
    private final Set<Long> sections = new HashSet<>();
    private boolean hybrid;
    private boolean encrypted;

    StructureReader(RandomAccessRead source) throws IOException {
        this(source, new HashMap<>());
    }

    private StructureReader(RandomAccessRead source, Map<COSObjectKey, Long> objects) throws IOException {
        super(source, objects);
        this.objects = objects;
    }

    CrossReferences read() throws IOException {
        PdfEnds ends = PdfEnds.of(source);
        COSDictionary newest = section(ends.crossReferences());
        if (!(newest.getItem(COSName.ROOT) instanceof COSObject)) {
            throw new UnsoundPdfException("its trailer does not say where the catalog is");
        }
        long previous = previous(newest);
        while (previous > 0) {
            previous = previous(section(previous));
        }
        document.addXRefTable(objects);
        long highest = Math.max(0, numbers.length() - 1L);
        return new CrossReferences(ends.crossReferences(), ends.end(), newest, objects, highest, hybrid, encrypted);
    }

    private static long previous(COSDictionary trailer) {
        COSBase previous = trailer.getItem(COSName.PREV);
        if (previous == null) {
            return 0;
        }
        if (previous instanceof COSInteger offset) {
            return offset.longValue();
        }
        throw new UnsoundPdfException("a cross-reference section does not say where the previous one is");
    }

    private COSDictionary section(long offset) throws IOException {
        enter(offset);
        COSDictionary trailer = source.peek() == XREF.charAt(0) ? table() : stream();
        requireSize(trailer);
        encrypted |= trailer.getItem(COSName.ENCRYPT) != null;
        return trailer;
    }

    final COSDictionary dictionary() throws IOException {
        long start = source.getPosition();
        new ObjectSyntax(source).read();
        source.seek(start);
        skipSpaces();
        return parseCOSDictionary(false);
    }

    private static void requireSize(COSDictionary trailer) {
        if (!(trailer.getItem(COSName.SIZE) instanceof COSInteger size) || size.longValue() <= 0) {
            throw new UnsoundPdfException("a trailer does not say how many objects there are");
        }
    }

    private void enter(long offset) throws IOException {
        if (offset <= 0 || offset >= source.length() || !sections.add(offset) || sections.size() > MOST_SECTIONS) {
            throw new UnsoundPdfException("its cross-reference sections lead out of the file or in a circle");
        }
        source.seek(offset);
    }

    private COSDictionary table() throws IOException {
        String misplaced = "there is no cross-reference section where there should be one";
        expect(XREF, misplaced);
        skipSpaces();
        List<Integer> free = new ArrayList<>();
        while (isDigit()) {
            rows(free);
            skipSpaces();
        }
        expect(TRAILER, misplaced);
        COSDictionary trailer = dictionary();
        if (trailer.getItem(COSName.XREF_STM) instanceof COSInteger offset) {
            hybrid = true;
            enter(offset.longValue());
            requireSize(stream());
        }
        // Only now: what is free in the table may be in use in the stream.
        free.forEach(numbers::set);
        return trailer;
    }

    private void rows(List<Integer> free) throws IOException {
        long first = readLong();
        long count = readLong();
        while (source.peek() == ' ') {
            source.read();
        }
        if (!skipLinebreak() || first + count > HIGHEST_NUMBER + 1) {
            throw new UnsoundPdfException("its cross-reference table is malformed");
        }
        byte[] entry = new byte[ENTRY];
        for (long number = first; number < first + count; number++) {
            source.readFully(entry);
            Matcher row = ENTRY_FORM.matcher(new String(entry, ISO_8859_1));
            if (!row.matches()) {
                throw new UnsoundPdfException("its cross-reference table is malformed");
            }
            if (row.group(3).equals("n")) {
                use(new COSObjectKey(number, generation(Long.parseLong(row.group(2)))), Long.parseLong(row.group(1)));
            } else {
                free.add((int) number);
            }
        }
    }

    private static int generation(long generation) {
        if (generation > HIGHEST_GENERATION) {
            throw new UnsoundPdfException("a generation is too high");
        }
        return (int) generation;
    }

    /** The newest section counts, and the first entry in it. */
    private void use(COSObjectKey key, long place) throws IOException {
        int number = (int) key.getNumber();
        if (number == 0 || place == 0 || place >= source.length()) {
            throw new UnsoundPdfException("object " + number + " is nowhere in the file");
        }
        if (!numbers.get(number)) {
            numbers.set(number);
            objects.put(key, place);
        }
    }

    private COSDictionary stream() throws IOException {
        if (!isDigit()) {
            throw new UnsoundPdfException("there is no cross-reference section where there should be one");
        }
        readObjectNumber();
        readGenerationNumber();
        readExpectedString(OBJ_MARKER, true);
        COSDictionary dictionary = dictionary();
        if (!COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE))) {
            throw new UnsoundPdfException("there is no cross-reference section where there should be one");
        }
        COSStream stream = parseCOSStream(dictionary);
        int[] widths = widths(integers(dictionary, COSName.W));
        long[] index = dictionary.containsKey(COSName.INDEX)
                ? integers(dictionary, COSName.INDEX)
                : new long[] {0, dictionary.getLong(COSName.SIZE)};
        rows(limits.decode(stream), widths, index);
        return dictionary;
    }

    private static long[] integers(COSDictionary dictionary, COSName name) {
        COSArray array = dictionary.getCOSArray(name);
        long[] integers = new long[array == null ? 0 : array.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = array.get(i) instanceof COSInteger integer ? integer.longValue() : -1;
            if (integers[i] < 0 || integers[i] > HIGHEST_NUMBER + 1) {
                throw malformedStream();
            }
        }
        return integers;
    }

    private static UnsoundPdfException malformedStream() {
        return new UnsoundPdfException("its cross-reference stream is malformed");
    }

    private static int[] widths(long[] widths) {
        if (widths.length != 3 || widths[0] + widths[1] + widths[2] == 0) {
            throw malformedStream();
        }
        int[] narrow = new int[widths.length];
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > WIDEST_FIELD) {
                throw malformedStream();
            }
            narrow[i] = (int) widths[i];
        }
        return narrow;
    }

    private void rows(RandomAccessRead data, int[] widths, long[] index) throws IOException {
        int length = widths[0] + widths[1] + widths[2];
        for (int i = 0; i + 1 < index.length; i += 2) {
            if (index[i + 1] > (data.length() - data.getPosition()) / length
                    || index[i] + index[i + 1] > HIGHEST_NUMBER + 1) {
                throw malformedStream();
            }
            for (long number = index[i]; number < index[i] + index[i + 1]; number++) {
                long kind = widths[0] == 0 ? IN_FILE : field(data, widths[0]);
                long second = field(data, widths[1]);
                row(number, kind, second, field(data, widths[2]));
            }
        }
        if (!data.isEOF() || index.length % 2 != 0) {
            throw malformedStream();
        }
    }

    private static long field(RandomAccessRead data, int width) throws IOException {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | data.read();
        }
        return value;
    }

    private void row(long number, long kind, long second, long third) throws IOException {
        if (kind == IN_FILE && second > 0) {
            use(new COSObjectKey(number, generation(third)), second);
        } else if (kind == IN_OBJECT_STREAM && second > 0 && second <= HIGHEST_NUMBER && third >= 0) {
            use(new COSObjectKey(number, 0, (int) Math.min(third, Integer.MAX_VALUE)), -second);
        } else if (kind == IN_FILE || kind == IN_OBJECT_STREAM) {
            throw malformedStream();
        } else {
            numbers.set((int) number);
        }
    }
}
