package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.SealedAnswer;
import java.util.function.Supplier;

/**
 * A callback that names a request: its content was opened, or it is a failure in clear.
 *
 * @param businessId the request that it names
 * @param state the state that it brings
 * @param answer what is kept of it
 * @param fromGateway whether the sender proved to be the gateway: by a key that the gateway has handed out, not merely
 *     one that came along, or by the signature of the callback
 * @param plaintext what was opened, whole; empty for a failure in clear
 * @param content takes out the business object, UTF-8 JSON
 * @param file opens the file that came along, which only answers in parts have
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IncomingCallback(
        BusinessId businessId,
        State state,
        SealedAnswer answer,
        boolean fromGateway,
        byte[] plaintext,
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
