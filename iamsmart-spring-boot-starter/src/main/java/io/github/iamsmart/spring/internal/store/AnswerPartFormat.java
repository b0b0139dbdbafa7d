package io.github.iamsmart.spring.internal.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.SealedAnswer;

/**
 * The bytes of a part of an answer, without its business id and number: the format (1), the total, the answer, the file
 * and its wrapped key, and until when it is kept.
 */
public final class AnswerPartFormat {

    private static final int FORMAT = 1;
    private static final int SMALL = 1024;

    private AnswerPartFormat() {}

    /**
     * {@return the part's bytes}
     *
     * @param part the part
     */
    public static byte[] write(AnswerPart part) {
        ValueWriter out = new ValueWriter(
                        SMALL + part.content().content().length + part.file().bytes().length)
                .octet(FORMAT)
                .number(part.total());
        SealedAnswerFormat.write(part.content(), out);
        return out.octets(part.file().bytes())
                .text(part.file().wrappedKey())
                .instant(part.keepUntil())
                .toBytes();
    }

    /**
     * {@return the part}
     *
     * @param businessId the request
     * @param number the part's number
     * @param bytes as {@link #write} made them
     * @throws io.github.iamsmart.error.StoreException if they are something else
     */
    public static AnswerPart read(BusinessId businessId, int number, byte[] bytes) {
        ValueReader in = ValueReader.ofFormat(FORMAT, bytes);
        int total = in.integer();
        SealedAnswer content = SealedAnswerFormat.read(in);
        AnswerFile file = new AnswerFile(in.octets(), in.text());
        return new AnswerPart(businessId, number, total, content, file, in.instant());
    }
}
