package io.github.iamsmart.internal.requests;

import io.github.iamsmart.internal.requests.IncomingCallback.OpenedFile;
import io.github.iamsmart.internal.requests.Receipt.Status;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the parts of answers, in whatever order and however often their callbacks come. Thread-safe; several nodes may
 * share the store.
 */
public final class PartAssembly {

    private final AnswerPartStore store;
    private final StoreCipher cipher;
    private final Duration retention;

    /**
     * Creates it.
     *
     * @param store keeps parts
     * @param cipher opens them
     * @param retention how long a request is kept at most after its time is up
     */
    PartAssembly(AnswerPartStore store, StoreCipher cipher, Duration retention) {
        this.store = store;
        this.cipher = cipher;
        this.retention = retention;
    }

    /**
     * Keeps the part that a callback brings. It is kept whatever the status of the request: what comes after the
     * time-out stays readable, too.
     *
     * @return which part it is, and whether it is new
     * @throws io.github.iamsmart.error.ProtocolException if it cannot be read
     */
    Receipt receive(StoredRequest request, PartReader reader, IncomingCallback callback) {
        OpenedFile file = callback.file().get();
        Part part = reader.read(callback.content().get(), file.text());
        boolean added = store.add(new AnswerPart(
                request.businessId(),
                part.number(),
                part.total(),
                callback.answer(),
                file.kept(),
                request.expiresAt().plus(retention)));
        return new Receipt(added ? Status.ACCEPTED : Status.DUPLICATE, Optional.of(part.number()));
    }

    /**
     * Keeps what comes before the parts and not by callback.
     *
     * @param request whose answer it belongs to
     * @param content what came, sealed
     */
    public void keepPreliminary(StoredRequest request, SealedAnswer content) {
        store.add(new AnswerPart(
                request.businessId(),
                Part.PRELIMINARY.number(),
                Part.PRELIMINARY.total(),
                content,
                AnswerFile.NONE,
                request.expiresAt().plus(retention)));
    }

    /** {@return which parts have come} */
    public AnswerProgress progress(BusinessId businessId) {
        return store.progress(businessId);
    }

    /** {@return a part, opened; empty if it has not come, or was deleted} */
    public Optional<OpenedPart> find(BusinessId businessId, int number) {
        return store.find(businessId, number)
                .map(part -> new OpenedPart(cipher.open(part.content()), cipher.open(part.file())));
    }

    void remove(BusinessId businessId) {
        store.remove(businessId);
    }

    /**
     * A part that was opened.
     *
     * @param content its business object, UTF-8 JSON
     * @param file what is in its file; empty if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record OpenedPart(byte[] content, byte[] file) {

        /** Shows sizes only. */
        @Override
        public String toString() {
            return "OpenedPart[" + content.length + " and " + file.length + " bytes]";
        }
    }
}
