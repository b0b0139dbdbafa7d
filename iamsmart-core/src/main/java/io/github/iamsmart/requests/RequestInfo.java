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
 */
public record RequestInfo(BusinessId businessId, String kind, Optional<String> reference, Instant createdAt) {

    /**
     * {@return whether the kind of the request is among these}
     *
     * @param kinds some kinds, for example those of an API
     */
    public boolean isOf(Collection<? extends RequestKind<?>> kinds) {
        return RequestKind.isAmong(kinds, kind);
    }
}
