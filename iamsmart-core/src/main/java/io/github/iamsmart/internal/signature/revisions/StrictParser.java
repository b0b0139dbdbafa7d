package io.github.iamsmart.internal.signature.revisions;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF and repairs nothing. Programs repair damaged files in different ways, so a repaired one may look
 * different elsewhere.
 */
final class StrictParser extends PDFParser {

    private static final int LARGEST_ROW = 65_536;

    private final Budget budget;
    private final CrossReferences crossReferences;
    private final IdentityHashMap<COSStream, Long> starts = new IdentityHashMap<>();
    private final Map<COSObjectKey, COSObjectKey> keys = new HashMap<>();
    private final Map<Long, Map<COSObjectKey, COSBase>> objectStreams = new HashMap<>();
    private boolean readingCrossReferences = true;
    private long start;
    private long decompressed;

    StrictParser(RandomAccessRead source, Budget budget) throws IOException {
        super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
        this.budget = budget;
        this.crossReferences = new CrossReferences(budget);
        xrefTrailerResolver = crossReferences;
    }

    CrossReferences crossReferences() {
        return crossReferences;
    }

    /** {@return where the data of a stream begin in the file; -1 if that is not known} */
    long start(COSStream stream) {
        return starts.getOrDefault(stream, -1L);
    }

    @Override
    protected COSDictionary retrieveTrailer() throws IOException {
        try {
            return super.retrieveTrailer();
        } finally {
            readingCrossReferences = false;
        }
    }

    /** The key in the cross-references also says where in its object stream the object is. */
    @Override
    protected COSObjectKey getObjectKey(long number, int generation) {
        return known(new COSObjectKey(number, generation));
    }

    private COSObjectKey known(COSObjectKey key) {
        if (keys.isEmpty()) {
            document.getXrefTable().keySet().forEach(each -> keys.put(each, each));
        }
        return keys.getOrDefault(key, key);
    }

    @Override
    public RandomAccessReadView createRandomAccessReadView(long from, long length) throws IOException {
        start = from;
        return super.createRandomAccessReadView(from, length);
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        budget.step();
        return super.parseDirObject();
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        budget.step();
        @Nullable COSBase declared = dictionary.getItem(COSName.LENGTH);
        COSStream stream = super.parseCOSStream(dictionary);
        if (dictionary.getItem(COSName.LENGTH) != declared) {
            throw new UndecidedException("one of its streams has another length than it states");
        }
        starts.put(stream, start);
        if (readingCrossReferences) {
            measure(stream);
        }
        return stream;
    }

    @Override
    protected @Nullable COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        @Nullable Map<COSObjectKey, COSBase> objects = objectStreams.get(number);
        if (objects == null) {
            objects = objects(number);
            objectStreams.put(number, objects);
        }
        return objects.remove(key);
    }

    private Map<COSObjectKey, COSBase> objects(long number) throws IOException {
        if (!(document.getObjectFromPool(getObjectKey(number, 0)).getObject() instanceof COSStream stream)) {
            throw new UndecidedException("its object " + number + " cannot be read");
        }
        measure(stream);
        return new ObjectStreamReader(stream, document, this::known, budget).parseAllObjects();
    }

    /** Object streams and cross-reference streams are decompressed in memory, so their size has to be known before. */
    private void measure(COSStream stream) throws IOException {
        if (!isPlainlyCompressed(stream)) {
            throw new UndecidedException("its structure is compressed in an unusual way");
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream decoded = stream.getFilters() == null ? raw : new InflaterInputStream(raw)) {
            byte[] buffer = new byte[8_192];
            for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
                decompressed += n;
                if (decompressed > Budget.DECOMPRESSED) {
                    throw Budget.tooLarge();
                }
            }
        }
    }

    /** {@return the decompressed content of an object stream} */
    byte[] content(COSStream stream) throws IOException {
        measure(stream);
        try (InputStream decoded = stream.createInputStream()) {
            return decoded.readAllBytes();
        }
    }

    private static boolean isPlainlyCompressed(COSStream stream) {
        @Nullable COSBase filters = stream.getFilters();
        @Nullable COSBase only = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
        if (only != null && !COSName.FLATE_DECODE.equals(only)) {
            return false;
        }
        @Nullable COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        @Nullable
        COSBase one = parameters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : parameters;
        return one == null || (one instanceof COSDictionary row && hasShortRows(row));
    }

    private static boolean hasShortRows(COSDictionary row) {
        return isSmall(row.getInt(COSName.COLUMNS, 1))
                && isSmall(row.getInt(COSName.COLORS, 1))
                && isSmall(row.getInt(COSName.BITS_PER_COMPONENT, 8))
                && isSmall((long) row.getInt(COSName.COLUMNS, 1)
                        * row.getInt(COSName.COLORS, 1)
                        * row.getInt(COSName.BITS_PER_COMPONENT, 8));
    }

    private static boolean isSmall(long value) {
        return value >= 0 && value <= LARGEST_ROW;
    }
}
