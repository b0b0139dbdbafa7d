package io.github.iamsmart.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jspecify.annotations.Nullable;

/** Reads the objects of a PDF one after the other, and keeps none. Not thread-safe. */
final class ObjectCheck extends StructureReader {

    ObjectCheck(RandomAccessRead source) throws IOException {
        super(source);
    }

    /** Checks that every object begins where the sections say. */
    void requireObjectsInPlace() throws IOException {
        for (Map.Entry<COSObjectKey, Long> object : inFileOrder()) {
            enter(object.getKey(), object.getValue());
        }
    }

    /** Checks as well that every object is well-formed, from an offset on. */
    void requireWholeObjects(long from) throws IOException {
        List<Map.Entry<COSObjectKey, Long>> inFile = inFileOrder();
        for (int i = 0; i < inFile.size(); i++) {
            COSObjectKey key = inFile.get(i).getKey();
            enter(key, inFile.get(i).getValue());
            if (inFile.get(i).getValue() >= from) {
                long next = i + 1 < inFile.size() ? inFile.get(i + 1).getValue() : source.length();
                requireWhole(key.getNumber(), next);
            }
        }
        requireObjectStreams();
    }

    private List<Map.Entry<COSObjectKey, Long>> inFileOrder() {
        List<Map.Entry<COSObjectKey, Long>> inFile = new ArrayList<>(objects.entrySet());
        inFile.removeIf(each -> each.getValue() <= 0);
        inFile.sort(Comparator.comparingLong(Map.Entry::getValue));
        return inFile;
    }

    private void enter(COSObjectKey key, long offset) throws IOException {
        source.seek(offset - 1);
        try {
            if (isWhitespace(source.read())
                    && isDigit()
                    && readObjectNumber() == key.getNumber()
                    && readGenerationNumber() == key.getGeneration()) {
                readExpectedString(OBJ_MARKER, true);
                return;
            }
        } catch (IOException e) {
            throw misplaced(key, e);
        }
        throw misplaced(key, null);
    }

    private static UnsoundPdfException misplaced(COSObjectKey key, @Nullable IOException cause) {
        return new UnsoundPdfException(
                UnsoundPdfException.Kind.DAMAGED,
                "object " + key.getNumber() + " is not where its cross-reference section says",
                cause);
    }

    private void requireWhole(long number, long next) throws IOException {
        String malformed = "object " + number + " is malformed";
        long start = source.getPosition();
        new ObjectSyntax(source).read();
        skipSpaces();
        if (source.peek() == 's') {
            source.seek(start);
            COSStream stream = parseCOSStream(dictionary());
            long end = source.getPosition();
            limits.requireWholeData(stream);
            source.seek(end);
            skipSpaces();
        }
        expect(END_OF_OBJECT, malformed);
        if (source.getPosition() > next || !isEndOfName(source.peek())) {
            throw new UnsoundPdfException(malformed);
        }
    }

    /** Checks that object streams have the objects that the sections look for there. */
    private void requireObjectStreams() throws IOException {
        Map<Long, List<COSObjectKey>> byStream = new TreeMap<>();
        objects.forEach((key, place) -> {
            if (place < 0) {
                byStream.computeIfAbsent(-place, any -> new ArrayList<>()).add(key);
            }
        });
        for (Map.Entry<Long, List<COSObjectKey>> each : byStream.entrySet()) {
            COSStream stream = objectStream(each.getKey());
            ObjectStream unpacked = new ObjectStream(limits.decode(stream), stream, this, document);
            unpacked.requireWellFormed();
            for (COSObjectKey key : each.getValue()) {
                if (!unpacked.has(key)) {
                    throw new UnsoundPdfException("object " + key.getNumber() + " is not in its object stream");
                }
            }
        }
    }
}
