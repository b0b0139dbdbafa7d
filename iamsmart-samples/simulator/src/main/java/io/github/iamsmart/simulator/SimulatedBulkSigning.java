package io.github.iamsmart.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a bulk signing is.
 *
 * @param status {@code pending}, {@code in-progress}, {@code completed}, {@code cancelled} or {@code failed}; what the
 *     enquiry tells as {@code SS001} to {@code SS005}
 * @param documents how many are to be signed
 * @param signed how many are signed by now
 * @param failed how many cannot be signed
 * @param callbacks how many callbacks with signatures it takes
 * @param sent how many of these were sent; a lost one counts, because the gateway believes that it was sent
 * @param acknowledged what the service made of each document, where it has said so by document: {@code SR001},
 *     {@code SR002} or {@code SR003}; an answer for all of them alike is {@link SimulatedRequest#acknowledged()}
 */
public record SimulatedBulkSigning(
        String status,
        int documents,
        int signed,
        int failed,
        int callbacks,
        int sent,
        Map<String, String> acknowledged) {

    /** Keeps a copy of the acknowledgements, in their order. */
    public SimulatedBulkSigning {
        acknowledged = Collections.unmodifiableMap(new LinkedHashMap<>(acknowledged));
    }
}
