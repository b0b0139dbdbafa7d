package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.BusinessId;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The signatures of a bulk request that have come, read one after the other: never more than one part is opened at a
 * time. It can be walked through as often as one likes, and each walk sees the parts that were there when it began.
 * Thread-safe; its iterators are not.
 *
 * <p>A walk throws a {@link ProtocolException} where a part can no longer be read.
 */
public final class BulkSignatures implements Iterable<BulkSignature> {

    private final BusinessId businessId;
    private final BulkResultStore store;
    private final BulkOpener opener;

    BulkSignatures(BusinessId businessId, BulkResultStore store, BulkOpener opener) {
        this.businessId = businessId;
        this.store = store;
        this.opener = opener;
    }

    @Override
    public Iterator<BulkSignature> iterator() {
        return new Walk(store.progress(businessId).received().iterator());
    }

    private final class Walk implements Iterator<BulkSignature> {

        private final Iterator<Integer> parts;
        private Iterator<BulkSignature> current = Collections.emptyIterator();

        Walk(Iterator<Integer> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && parts.hasNext()) {
                // The part before must be out of the way before the next is opened.
                current = Collections.emptyIterator();
                current = open(parts.next());
            }
            return current.hasNext();
        }

        private Iterator<BulkSignature> open(int sequence) {
            BulkPart part = store.find(businessId, sequence)
                    .orElseThrow(() -> new ProtocolException("Part " + sequence + " of the bulk request " + businessId
                            + " was forgotten while it was read."));
            byte[] certificate =
                    BulkPartReader.certificate(Json.object(opener.metadata(part), "The metadata of the part"));
            return new BulkPartReader(opener.signatures(part), certificate);
        }

        @Override
        public BulkSignature next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
