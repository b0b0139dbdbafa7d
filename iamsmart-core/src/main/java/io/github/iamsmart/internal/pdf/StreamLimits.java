package io.github.iamsmart.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How much the structure of one PDF may decompress to: its object streams and cross-reference streams. These streams
 * compress to a tenth or so, and to a hundredth only where somebody means harm. Of streams with pages and images
 * nothing is ever kept. Not thread-safe.
 */
final class StreamLimits {

    /** How many bytes each byte of the file may decompress to. */
    static final int EXPANSION = 32;
    /** What any file may decompress to, however short it is. */
    static final long SHORT_FILE = 4L * 1024 * 1024;
    /** What no file may exceed, however long it is. */
    static final long LARGEST = 256L * 1024 * 1024;
    /** How many numbers, names, texts, lists and so on there may be for each byte of the file, and in short files. */
    private static final int VALUES = 4;

    private static final long VALUES_IN_SHORT_FILES = 250_000;
    private static final long MOST_VALUES = 10_000_000;
    /** PDFBox allocates two rows of a predictor. */
    private static final long LONGEST_ROW = 64L * 1024;

    private static final int BUFFER = 64 * 1024;

    private static final Set<String> FILTERS = Set.of(
            "FlateDecode",
            "Fl",
            "LZWDecode",
            "LZW",
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "RunLengthDecode",
            "RL",
            "Crypt");

    private long bytesLeft;
    private long valuesLeft;
    private long dataLeft;

    StreamLimits(long fileLength) {
        this.bytesLeft = Math.min(LARGEST, Math.max(SHORT_FILE, EXPANSION * fileLength));
        this.dataLeft = bytesLeft;
        this.valuesLeft = Math.min(MOST_VALUES, Math.max(VALUES_IN_SHORT_FILES, VALUES * fileLength));
    }

    /** {@return the data of a stream, decompressed} */
    RandomAccessRead decode(COSStream stream) throws IOException {
        RandomAccessReadWriteBuffer decoded = new RandomAccessReadWriteBuffer(BUFFER);
        try (OutputStream target = new RandomAccessOutputStream(decoded)) {
            decode(stream, target);
        }
        decoded.seek(0);
        return decoded;
    }

    /**
     * Checks that the data of any stream is whole, as far as it is compressed in the usual way; more than the structure
     * may take in all is not looked at.
     */
    void requireWholeData(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        COSBase first = filter instanceof COSArray array && array.size() > 0 ? array.get(0) : filter;
        if (!isFlate(first)) {
            return;
        }
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[BUFFER];
        try (InputStream data = new InflaterInputStream(stream.createRawInputStream(), inflater)) {
            int n = 0;
            while (n >= 0 && dataLeft > 0) {
                n = data.read(buffer);
                dataLeft -= n;
            }
        } catch (IOException e) {
            throw new UnsoundPdfException(UnsoundPdfException.Kind.DAMAGED, "the data of a stream is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static boolean isFlate(@Nullable COSBase filter) {
        return COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
    }

    private void decode(COSStream stream, OutputStream target) throws IOException {
        requireWholeData(stream);
        List<COSName> filters = filters(stream);
        Metered last = new Metered(target, true);
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream input = raw;
            for (int i = 0; i < filters.size(); i++) {
                requireShortRows(stream, i);
                boolean ends = i == filters.size() - 1;
                ByteArrayOutputStream between = new ByteArrayOutputStream();
                FilterFactory.INSTANCE
                        .getFilter(filters.get(i))
                        .decode(input, ends ? last : new Metered(between, false), stream, i);
                input = new ByteArrayInputStream(between.toByteArray());
            }
            if (filters.isEmpty()) {
                raw.transferTo(last);
            }
        }
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filter = stream.getFilters();
        List<COSName> filters = new ArrayList<>();
        if (filter instanceof COSName name) {
            filters.add(name);
        } else if (filter instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof COSName name)) {
                    throw new UnsoundPdfException("a stream has a filter without a name");
                }
                filters.add(name);
            }
        } else if (filter != null) {
            throw new UnsoundPdfException("a stream has a filter without a name");
        }
        // PDFBox applies a filter once where other readers apply it twice.
        if (filters.size() > FILTERS.size() || new HashSet<>(filters).size() < filters.size()) {
            throw new UnsoundPdfException("a stream of its structure names the same filter twice");
        }
        if (!filters.stream().allMatch(each -> FILTERS.contains(each.getName()))) {
            throw new UnsoundPdfException("a stream of its structure has a filter that is not for structure");
        }
        return filters;
    }

    private static void requireShortRows(COSStream stream, int index) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase those =
                parameters instanceof COSArray array && index < array.size() ? array.getObject(index) : parameters;
        if (those instanceof COSDictionary dictionary && dictionary.getInt(COSName.PREDICTOR, 1) > 1) {
            long row = (long) Math.max(1, dictionary.getInt(COSName.COLORS, 1))
                    * Math.max(1, dictionary.getInt(COSName.BITS_PER_COMPONENT, 8));
            if (row > 32 * 32 || row * dictionary.getLong(COSName.COLUMNS, 1) > 8 * LONGEST_ROW) {
                throw tooLarge("a stream of its structure has rows of more than " + LONGEST_ROW + " bytes");
            }
        }
    }

    private static UnsoundPdfException tooLarge(String reason) {
        return new UnsoundPdfException(UnsoundPdfException.Kind.TOO_LARGE, reason, null);
    }

    /** Counts what passes, and stops what is too much. */
    private final class Metered extends OutputStream {

        private final OutputStream target;
        private final boolean last;
        private boolean between = true;

        Metered(OutputStream target, boolean last) {
            this.target = target;
            this.last = last;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            countValue(b);
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            for (int i = from; i < from + length; i++) {
                countValue(bytes[i]);
            }
            target.write(bytes, from, length);
        }

        private void count(int length) {
            bytesLeft -= length;
            if (bytesLeft < 0) {
                throw tooLarge(
                        "its structure decompresses to more than " + EXPANSION + " times the length of the file");
            }
        }

        private void countValue(int b) {
            if (!last) {
                return;
            }
            boolean opens = b == '[' || b == '<' || b == '(' || b == '/';
            boolean separates = opens || (b >= 0 && b <= ' ') || b == ']' || b == '>' || b == ')' || b == '%';
            if (opens || (between && !separates)) {
                valuesLeft--;
                if (valuesLeft < 0) {
                    throw tooLarge("its structure decompresses to too many values");
                }
            }
            between = separates;
        }
    }
}
