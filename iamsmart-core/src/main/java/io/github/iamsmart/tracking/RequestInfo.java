package io.github.iamsmart.tracking;

import io.github.iamsmart.request.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Which request an outcome belongs to.
 *
 * @param businessId its name at the gateway
 * @param kind the {@linkplain RequestKind#name() name} of its kind
 * @param reference what the application gave with it, if anything
 * @param createdAt when it was begun
 */
public record RequestInfo(BusinessId businessId, String kind, Optional<String> reference, Instant createdAt) {

    /**
     * Returns whether the request is one of these.
     *
     * @param kinds some kinds, those of an API for instance
     * @return whether its kind is among them
     */
    public boolean isOf(Collection<? extends RequestKind<?>> kinds) {
        return RequestKind.isAmong(kinds, kind);
    }
}
