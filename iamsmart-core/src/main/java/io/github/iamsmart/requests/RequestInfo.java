package io.github.iamsmart.requests;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The request to which an outcome belongs.
 *
 * @param businessId its id at the gateway
 * @param kind the {@linkplain RequestKind#name() name} of its kind
 * @param reference the application's own reference, if it has one
 * @param createdAt when it was started
 * @param answeredAt when the callback with its answer came, by the clock of the node that took it; empty if none came
 */
public record RequestInfo(
        BusinessId businessId,
        String kind,
        Optional<String> reference,
        Instant createdAt,
        Optional<Instant> answeredAt) {

    /**
     * Creates the request of an outcome that no callback brought.
     *
     * @param businessId its id at the gateway
     * @param kind the {@linkplain RequestKind#name() name} of its kind
     * @param reference the application's own reference, if it has one
     * @param createdAt when it was started
     */
    public RequestInfo(BusinessId businessId, String kind, Optional<String> reference, Instant createdAt) {
        this(businessId, kind, reference, createdAt, Optional.empty());
    }

    /**
     * {@return whether the kind of the request is among these}
     *
     * @param kinds some kinds, for example those of an API
     */
    public boolean isOf(Collection<? extends RequestKind<?>> kinds) {
        return RequestKind.isAmong(kinds, kind);
    }
}
