package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.SealedAnswer;
import java.util.function.Supplier;

/**
 * A callback whose content was opened.
 *
 * @param businessId the request that it names
 * @param state the state that it brings
 * @param answer what is kept of it
 * @param fromGateway whether the key that opened it is one that the gateway has handed out, and not merely one that
 *     came along
 * @param content takes out the business object, UTF-8 JSON
 * @param file opens the file that came along, which only answers in parts have
 */
public record IncomingCallback(
        BusinessId businessId,
        State state,
        SealedAnswer answer,
        boolean fromGateway,
        Supplier<byte[]> content,
        Supplier<OpenedFile> file) {

    /**
     * A file, and what is in it.
     *
     * @param kept as it is kept
     * @param text what is in it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record OpenedFile(AnswerFile kept, byte[] text) {

        /** No file. */
        public static final OpenedFile NONE = new OpenedFile(AnswerFile.NONE, new byte[0]);
    }

    /** Shows nothing of the content. */
    @Override
    public String toString() {
        return "IncomingCallback[" + businessId + ", " + answer + "]";
    }
}
