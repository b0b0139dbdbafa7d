package io.github.iamsmart.bulksigning;

import io.github.iamsmart.request.BusinessId;
import java.util.Optional;

/**
 * Keeps the parts of bulk requests, for one node or for all nodes of an online service.
 *
 * <p>A store knows nothing of what the parts mean. What is handed to it is as it came over the wire: metadata are
 * always encrypted, signatures unless they came in clear. An implementation must be thread-safe; it throws when it
 * cannot keep what it is given, never drops it silently before {@link BulkPart#keepUntil()}.
 */
public interface BulkResultStore {

    /**
     * Keeps a part, atomically.
     *
     * @param part the part
     * @return {@code false} if the request already has a part of this number; then nothing is changed
     */
    boolean add(BulkPart part);

    /**
     * Looks a part up.
     *
     * @param businessId the request
     * @param sequence the part's number
     * @return the part
     */
    Optional<BulkPart> find(BusinessId businessId, int sequence);

    /**
     * Tells which parts are there, without reading them: waiting pages ask every second.
     *
     * @param businessId the request
     * @return the numbers of its parts, and the most that one of them {@linkplain BulkPart#announced() announced};
     *     {@link BulkSigningProgress#NONE} for an unknown request
     */
    BulkSigningProgress progress(BusinessId businessId);

    /**
     * Forgets all parts of a request.
     *
     * @param businessId the request; it need not be known
     */
    void remove(BusinessId businessId);
}
