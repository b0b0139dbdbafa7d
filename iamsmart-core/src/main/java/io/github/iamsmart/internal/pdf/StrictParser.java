package io.github.iamsmart.internal.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser without its repairs: what is not as it should be is an error, and is not taken for something that is
 * missing. Checks before PDFBox decompresses anything. Not thread-safe.
 */
class StrictParser extends PDFParser {

    private static final String STREAM = "stream";
    private static final String END_OF_STREAM = "endstream";
    static final String END_OF_OBJECT = "endobj";
    private static final int HEADER = "%PDF-1.7".length();

    /** An object, the object stream that has it, the length of that stream, and one more. */
    private static final int DEEPEST_REFERENCE = 4;
    /** PDFBox reads the line to its end. */
    private static final int LONGEST_LINE = 1024;

    final StreamLimits limits;
    private final Map<Long, Map<Long, COSBase>> unpacked = new HashMap<>();
    private final Map<COSObjectKey, Long> objects;
    private int references;

    /**
     * Creates a parser.
     *
     * @param source the PDF
     * @param objects where its objects are, as its cross-reference sections say
     */
    StrictParser(RandomAccessRead source, Map<COSObjectKey, Long> objects) throws IOException {
        super(source);
        this.limits = new StreamLimits(source.length());
        this.objects = objects;
    }

    @Override
    protected boolean parsePDFHeader() throws IOException {
        byte[] header = new byte[HEADER];
        source.seek(0);
        source.readFully(header);
        document.setVersion(Float.parseFloat(new String(header, US_ASCII).substring("%PDF-".length())));
        source.seek(0);
        return true;
    }

    /**
     * Called when the cross-reference sections are read and before any object is. PDFBox finds objects again that were
     * deleted, which no other reader does.
     */
    @Override
    protected void prepareDecryption() throws IOException {
        Map<COSObjectKey, Long> found = document.getXrefTable();
        found.keySet().removeIf(key -> !objects.containsKey(key));
        if (!found.equals(objects)) {
            throw new UnsoundPdfException("its cross-reference sections can be read in two ways");
        }
        super.prepareDecryption();
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject object) {
        references++;
        try {
            if (references > DEEPEST_REFERENCE) {
                throw new UnsoundPdfException("object " + object.getKey().getNumber() + " hangs on too many others");
            }
            return super.dereferenceCOSObject(object);
        } catch (IOException e) {
            throw new UnsoundPdfException(
                    UnsoundPdfException.Kind.DAMAGED,
                    "object " + object.getKey().getNumber() + " cannot be read",
                    e);
        } finally {
            references--;
        }
    }

    @Override
    protected @Nullable COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
        Map<Long, COSBase> objects = unpacked.get(stream);
        if (objects == null) {
            COSStream packed = objectStream(stream);
            objects = new ObjectStream(limits.decode(packed), packed, this, document).objects();
            unpacked.put(stream, objects);
        }
        return objects.remove(key.getNumber());
    }

    /** Seen by the parsers of object streams. */
    @Override
    protected COSObjectKey getObjectKey(long number, int generation) {
        return super.getObjectKey(number, generation);
    }

    /** {@return an object stream, which must not be in another one} */
    COSStream objectStream(long number) {
        COSObjectKey key = new COSObjectKey(number, 0);
        Long offset = document.getXrefTable().get(key);
        if (offset != null
                && offset > 0
                && document.getObjectFromPool(key).getObject() instanceof COSStream stream
                && COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE))) {
            return stream;
        }
        throw new UnsoundPdfException("object stream " + number + " is missing");
    }

    /** Takes the length that the stream names, where PDFBox looks for an end if there is none. */
    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        skipSpaces();
        expect(STREAM, "a stream is malformed");
        int c = source.read();
        if (c == '\r') {
            c = source.read();
        }
        if (c != '\n') {
            throw new UnsoundPdfException("the line before a stream does not end with its first byte");
        }
        long start = source.getPosition();
        long length = length(dictionary);
        source.seek(start + length);
        skipLinebreak();
        expect(END_OF_STREAM, "a stream does not have the length that it names");
        requireShortLine();
        return document.createCOSStream(dictionary, start, length);
    }

    private long length(COSDictionary dictionary) throws IOException {
        long start = source.getPosition();
        COSBase length = dictionary.getDictionaryObject(COSName.LENGTH);
        if (length instanceof COSInteger number
                && number.longValue() >= 0
                && number.longValue() <= source.length() - start) {
            return number.longValue();
        }
        throw new UnsoundPdfException("a stream does not name its length");
    }

    private void requireShortLine() throws IOException {
        long end = source.getPosition();
        skipSpaces();
        for (int i = 0; !isEOF() && !isEOL(source.read()); i++) {
            if (i > LONGEST_LINE) {
                throw new UnsoundPdfException("the line after a stream does not end");
            }
        }
        source.seek(end);
    }

    void expect(String word, String otherwise) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (source.read() != word.charAt(i)) {
                throw new UnsoundPdfException(otherwise);
            }
        }
    }
}
