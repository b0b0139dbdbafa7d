package io.github.iamsmart.internal.bulksigning;

import io.github.iamsmart.bulksigning.BulkSignature;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.json.LenientBase64;
import io.github.iamsmart.internal.requests.PartAssembly;
import io.github.iamsmart.internal.requests.PartAssembly.OpenedPart;
import io.github.iamsmart.requests.BusinessId;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The signatures of a bulk request that have come, read one after the other: never more than one part is opened at a
 * time. Thread-safe; its iterators are not.
 */
final class ReceivedSignatures implements Iterable<BulkSignature> {

    private final BusinessId businessId;
    private final PartAssembly parts;

    ReceivedSignatures(BusinessId businessId, PartAssembly parts) {
        this.businessId = businessId;
        this.parts = parts;
    }

    @Override
    public Iterator<BulkSignature> iterator() {
        return new PartIterator(parts.progress(businessId).received().iterator());
    }

    private final class PartIterator implements Iterator<BulkSignature> {

        private final Iterator<Integer> numbers;
        private Iterator<BulkSignature> current = Collections.emptyIterator();

        PartIterator(Iterator<Integer> numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && numbers.hasNext()) {
                // The part before must be out of the way before the next is opened.
                current = Collections.emptyIterator();
                current = open(numbers.next());
            }
            return current.hasNext();
        }

        private Iterator<BulkSignature> open(int number) {
            OpenedPart part = parts.find(businessId, number)
                    .orElseThrow(() -> new ProtocolException("Part " + number + " of the bulk request " + businessId
                            + " was deleted while it was read."));
            String certificate = Json.text(Json.object(part.content(), "The metadata of the part"), "cert")
                    .orElse("");
            return BulkSignature.fromFile(part.file(), LenientBase64.decode(certificate));
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
