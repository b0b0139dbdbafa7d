package io.github.iamsmart.requests.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as a {@link RequestStore} stores it. Immutable; holds neither secrets nor personal data in clear.
 *
 * @param businessId the request's id at the gateway
 * @param clientId the online service that sent it
 * @param kind the {@linkplain RequestKind#name() name} of its kind
 * @param stateHash what an answer is recognised by, 44 characters: Base64 of a hash over the state and one over what
 *     was sent
 * @param owner what identifies the browser that started it, {@code null} if no browser may look; never a secret in
 *     clear
 * @param reference the application's own reference to what the request belongs to, {@code null} if there is none
 * @param context what its pages need again, sealed; {@code null} if nothing was kept
 * @param createdAt when it was started
 * @param expiresAt when it expires without an answer
 * @param status its status
 * @param answer the result, {@code null} while there is none
 * @param attempts how often the delivery of the outcome was attempted
 * @param dueAt when it is next due, to be expired, delivered or deleted
 * @param version counts the changes, for {@link RequestStore#replace}
 */
public record StoredRequest(
        BusinessId businessId,
        String clientId,
        String kind,
        String stateHash,
        @Nullable String owner,
        @Nullable String reference,
        @Nullable SealedContext context,
        Instant createdAt,
        Instant expiresAt,
        RequestStatus status,
        @Nullable SealedAnswer answer,
        int attempts,
        Instant dueAt,
        long version) {

    /** {@return whether its user has not signed in: anybody can start such a request} The name of the kind says so. */
    public boolean isAnonymous() {
        return kind.startsWith(RequestKind.ANONYMOUS_PREFIX);
    }
}
