package io.github.iamsmart.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * An object stream, decompressed. PDFBox's own parser lists all objects of the PDF anew for each of them, and
 * decompresses one again for each object that it does not have. Not thread-safe.
 */
final class ObjectStream extends COSParser {

    private final StrictParser owner;
    private final long length;
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();

    /**
     * Reads the list of objects at its beginning.
     *
     * @param decoded its data
     * @param stream the stream
     * @param owner the parser that needs it
     * @param document what its references refer to
     */
    ObjectStream(RandomAccessRead decoded, COSStream stream, StrictParser owner, COSDocument document)
            throws IOException {
        super(decoded);
        this.owner = owner;
        this.length = decoded.length();
        this.document = document;
        int first = stream.getInt(COSName.FIRST);
        for (int i = stream.getInt(COSName.N); i > 0 && source.getPosition() < first; i--) {
            numbers.add(readObjectNumber());
            offsets.add(first + readLong());
        }
    }

    /** {@return whether it has an object at the index that a cross-reference section names} */
    boolean has(COSObjectKey key) {
        int index = key.getStreamIndex();
        return index >= 0 && index < numbers.size() && numbers.get(index) == key.getNumber();
    }

    void requireWellFormed() throws IOException {
        List<Long> inOrder = offsets.stream().sorted().toList();
        for (int i = 0; i < inOrder.size(); i++) {
            source.seek(inOrder.get(i));
            new ObjectSyntax(source).read();
            skipSpaces();
            if (source.getPosition() != (i + 1 < inOrder.size() ? inOrder.get(i + 1) : length)) {
                throw new UnsoundPdfException("an object stream is malformed");
            }
        }
    }

    /** {@return its objects by their numbers} */
    Map<Long, COSBase> objects() throws IOException {
        Map<Long, COSBase> objects = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            source.seek(offsets.get(i));
            COSBase object = parseDirObject();
            if (objects.put(numbers.get(i), object == null ? COSNull.NULL : object) != null) {
                throw new UnsoundPdfException("an object stream has the same object twice");
            }
        }
        return objects;
    }

    @Override
    protected COSObjectKey getObjectKey(long number, int generation) {
        return owner.getObjectKey(number, generation);
    }
}
