package io.github.iamsmart.bulksigning;

import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.SealedAnswer;
import java.time.Instant;

/**
 * One callback of a bulk request as it came over the wire, for keeping: its metadata still encrypted, its signatures
 * encrypted too unless they came in clear. Immutable by agreement: the arrays are not copied.
 */
public final class BulkPart {

    /** The number of the part that brings the token, and no signatures. */
    public static final int TOKEN = -1;

    private final BusinessId businessId;
    private final int sequence;
    private final int announced;
    private final SealedAnswer metadata;
    private final SignatureFile signatures;
    private final Instant keepUntil;

    /**
     * Keeps a callback.
     *
     * @param businessId the request
     * @param sequence which of its callbacks ({@code callbackSeq}), or {@link #TOKEN}
     * @param announced how many callbacks with signatures there are ({@code totalCallbacks}); 0 for the token
     * @param metadata its metadata, sealed
     * @param signatures its signatures
     * @param keepUntil when even a store that was never told to forget it may do so
     */
    public BulkPart(
            BusinessId businessId,
            int sequence,
            int announced,
            SealedAnswer metadata,
            SignatureFile signatures,
            Instant keepUntil) {
        this.businessId = businessId;
        this.sequence = sequence;
        this.announced = announced;
        this.metadata = metadata;
        this.signatures = signatures;
        this.keepUntil = keepUntil;
    }

    /**
     * Returns which request it belongs to.
     *
     * @return the request
     */
    public BusinessId businessId() {
        return businessId;
    }

    /**
     * Returns which callback it was.
     *
     * @return the {@code callbackSeq}, or {@link #TOKEN}; no two parts of a request have the same
     */
    public int sequence() {
        return sequence;
    }

    /**
     * Returns how many callbacks with signatures there are, as this one says.
     *
     * @return the {@code totalCallbacks}; 0 for the token
     */
    public int announced() {
        return announced;
    }

    /**
     * Returns what came with the signatures.
     *
     * @return the metadata, sealed
     */
    public SealedAnswer metadata() {
        return metadata;
    }

    /**
     * Returns the signatures.
     *
     * @return as they came
     */
    public SignatureFile signatures() {
        return signatures;
    }

    /**
     * Returns when even a store that was never told to forget it may do so.
     *
     * @return long after its request was forgotten
     */
    public Instant keepUntil() {
        return keepUntil;
    }

    @Override
    public String toString() {
        return "BulkPart[" + businessId + ", sequence=" + sequence + ", " + signatures + "]";
    }
}
