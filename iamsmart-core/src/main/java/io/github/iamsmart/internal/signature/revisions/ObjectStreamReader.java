package io.github.iamsmart.internal.signature.revisions;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;

/** Reads the objects in an object stream; PDFBox would copy the table of all objects for each stream. */
final class ObjectStreamReader extends PDFObjectStreamParser {

    private final UnaryOperator<COSObjectKey> keys;
    private final Budget budget;

    ObjectStreamReader(COSStream stream, COSDocument document, UnaryOperator<COSObjectKey> keys, Budget budget)
            throws IOException {
        super(stream, document);
        this.keys = keys;
        this.budget = budget;
    }

    @Override
    protected COSObjectKey getObjectKey(long number, int generation) {
        return keys.apply(new COSObjectKey(number, generation));
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        budget.step();
        return super.parseDirObject();
    }
}
