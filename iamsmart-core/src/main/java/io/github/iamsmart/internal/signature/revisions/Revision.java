package io.github.iamsmart.internal.signature.revisions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** A PDF as it was when a signature was made, or as it is now. Not thread-safe. */
final class Revision implements Closeable {

    private static final Pattern END = Pattern.compile("startxref\\s+[0-9]+\\s+%%EOF\\s*$");
    private static final Pattern NOTHING_BEHIND = Pattern.compile("%%EOF(\\r\\n|\\r|\\n)?\\z");
    private static final int TAIL = 64;

    private final long length;
    private final FilePrefix bytes;
    private final StrictParser parser;
    private final PDDocument document;
    private final Map<COSObjectKey, Long> offsets;
    private final Budget budget;
    private final Set<Long> free = new HashSet<>();

    private Revision(long length, FilePrefix bytes, StrictParser parser, PDDocument document, Budget budget) {
        this.length = length;
        this.bytes = bytes;
        this.parser = parser;
        this.document = document;
        this.offsets = document.getDocument().getXrefTable();
        this.budget = budget;
    }

    static Revision open(Path pdf, long length, Budget budget) throws IOException {
        FilePrefix bytes = FilePrefix.of(pdf, length);
        try {
            requireEnds(bytes);
            StrictParser parser = new StrictParser(bytes, budget);
            return new Revision(length, bytes, parser, parser.parse(false), budget);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Programs look for the beginning and the end of a PDF in different ways, unless they are where they belong. */
    private static void requireEnds(RandomAccessRead bytes) throws IOException {
        if (!text(bytes, 0).startsWith("%PDF-")) {
            throw new UndecidedException("the file does not begin as a PDF");
        }
        if (!END.matcher(text(bytes, Math.max(0, bytes.length() - TAIL))).find()) {
            throw new UndecidedException("a revision does not end as a PDF");
        }
        bytes.seek(0);
    }

    private static String text(RandomAccessRead bytes, long from) throws IOException {
        byte[] text = new byte[(int) Math.min(TAIL, bytes.length() - from)];
        bytes.seek(from);
        bytes.readFully(text);
        return new String(text, ISO_8859_1);
    }

    long length() {
        return length;
    }

    /** {@return whether there is more than an end of line behind its end, though it is blank} */
    boolean hasMoreBehindEnd() throws IOException {
        return !NOTHING_BEHIND.matcher(text(bytes, Math.max(0, length - TAIL))).find();
    }

    RandomAccessRead bytes() {
        return bytes;
    }

    Map<COSObjectKey, Long> offsets() {
        return offsets;
    }

    List<CrossReferences.Section> sections() {
        return parser.crossReferences().sections();
    }

    COSObject object(COSObjectKey key) {
        return document.getDocument().getObjectFromPool(key);
    }

    boolean isEncrypted() {
        return document.isEncrypted();
    }

    COSDictionary trailer() {
        return document.getDocument().getTrailer();
    }

    COSDictionary catalog() {
        if (resolve(trailer().getItem(COSName.ROOT)) instanceof COSDictionary catalog) {
            return catalog;
        }
        throw new UndecidedException("it has no catalog");
    }

    /** Tells which objects no longer exist, so that references to them mean null. */
    void free(Set<Long> numbers) {
        free.clear();
        free.addAll(numbers);
    }

    /** {@return where the data of a stream begin in the file; -1 if that is not known} */
    long start(COSStream stream) {
        return parser.start(stream);
    }

    /** {@return the decompressed content of an object stream} */
    byte[] content(COSStream stream) throws IOException {
        return parser.content(stream);
    }

    /** {@return the object that is meant, never a reference; null for PDF's null} */
    @Nullable
    COSBase resolve(@Nullable COSBase base) {
        if (!(base instanceof COSObject reference)) {
            return base instanceof COSNull ? null : base;
        }
        COSObjectKey key = reference.getKey();
        if (key == null || free.contains(key.getNumber())) {
            return null;
        }
        budget.step();
        @Nullable COSBase object = reference.getObject();
        if (object == null && offsets.containsKey(key)) {
            throw new UndecidedException("its object " + key.getNumber() + " cannot be read");
        }
        return object instanceof COSNull ? null : object;
    }

    @Nullable
    COSBase get(COSDictionary dictionary, COSName key) {
        return resolve(dictionary.getItem(key));
    }

    /** {@return an array of a dictionary, empty if it has none} */
    COSArray array(COSDictionary dictionary, COSName key) {
        @Nullable COSBase value = get(dictionary, key);
        if (value != null && !(value instanceof COSArray)) {
            throw new UndecidedException("its " + key.getName() + " is no array");
        }
        return value == null ? new COSArray() : (COSArray) value;
    }

    @Override
    public void close() throws IOException {
        document.close();
        bytes.close();
    }
}
