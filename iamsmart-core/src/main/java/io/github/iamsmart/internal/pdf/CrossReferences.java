package io.github.iamsmart.internal.pdf;

import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * What the cross-reference sections of a PDF say.
 *
 * @param start where the newest begins
 * @param end where the PDF ends, behind its last {@code %%EOF}
 * @param trailer that of the newest
 * @param objects where the objects are: an offset, or the number of an object stream with a minus sign
 * @param highest the highest object number in any section, in use or free
 * @param hybrid whether there is a table that names a stream, for readers of streams
 * @param encrypted whether any trailer has an {@code /Encrypt}, of whatever kind
 */
public record CrossReferences(
        long start,
        long end,
        COSDictionary trailer,
        Map<COSObjectKey, Long> objects,
        long highest,
        boolean hybrid,
        boolean encrypted) {}
