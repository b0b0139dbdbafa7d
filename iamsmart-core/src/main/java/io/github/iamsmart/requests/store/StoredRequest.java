package io.github.iamsmart.requests.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestStatus;
import java.time.Instant;
import java.util.regex.Pattern;
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
 * @param traceParent the trace in which it was sent, which its answer and its delivery join: the value of a W3C
 *     {@code traceparent} header, 55 characters; {@code null} if there is none. A store may lose it
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
        @Nullable String traceParent,
        Instant createdAt,
        Instant expiresAt,
        RequestStatus status,
        @Nullable SealedAnswer answer,
        int attempts,
        Instant dueAt,
        long version) {

    private static final Pattern TRACE_PARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /**
     * A request without a trace, as from a store that has no place for it.
     *
     * @param businessId the request's id at the gateway
     * @param clientId the online service that sent it
     * @param kind the name of its kind
     * @param stateHash what an answer is recognised by
     * @param owner what identifies the browser that started it
     * @param reference the application's own reference
     * @param context what its pages need again, sealed
     * @param createdAt when it was started
     * @param expiresAt when it expires without an answer
     * @param status its status
     * @param answer the result, {@code null} while there is none
     * @param attempts how often the delivery of the outcome was attempted
     * @param dueAt when it is next due
     * @param version counts the changes
     */
    public StoredRequest(
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
        this(
                businessId,
                clientId,
                kind,
                stateHash,
                owner,
                reference,
                context,
                null,
                createdAt,
                expiresAt,
                status,
                answer,
                attempts,
                dueAt,
                version);
    }

    /** {@return the trace in which it was sent; {@code null} too for a text that is no {@code traceparent}} */
    @Override
    public @Nullable String traceParent() {
        return traceParent != null && TRACE_PARENT.matcher(traceParent).matches() ? traceParent : null;
    }

    /** {@return whether its user has not signed in: anybody can start such a request} The name of the kind says so. */
    public boolean isAnonymous() {
        return kind.startsWith(RequestKind.ANONYMOUS_PREFIX);
    }
}
