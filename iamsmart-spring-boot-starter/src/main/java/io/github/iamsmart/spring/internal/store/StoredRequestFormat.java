package io.github.iamsmart.spring.internal.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;

/**
 * The bytes of a stored request, without its business id.
 *
 * <p>The first ten bytes are those that scripts compare, and stay in every format: the format (1), the status, and the
 * version in eight bytes. Then follow the client id, kind, hash of the state, owner, reference, context, the times of
 * its start, expiry and when it is due, the number of attempts, and the answer. Context and answer begin with 0 if
 * there is none, and with 1 if there is.
 */
public final class StoredRequestFormat {

    private static final int FORMAT = 1;
    private static final int SMALL = 1024;

    private StoredRequestFormat() {}

    /**
     * {@return the request's bytes}
     *
     * @param request the request
     */
    public static byte[] write(StoredRequest request) {
        SealedAnswer answer = request.answer();
        SealedContext context = request.context();
        ValueWriter out = new ValueWriter(SMALL
                + (answer == null ? 0 : answer.content().length)
                + (context == null ? 0 : context.content().length));
        out.octet(FORMAT)
                .octet(code(request.status()))
                .fixedLong(request.version())
                .text(request.clientId())
                .text(request.kind())
                .text(request.stateHash())
                .text(request.owner())
                .text(request.reference());
        if (context == null) {
            out.octet(0);
        } else {
            out.octet(1).text(context.wrappedKey()).octets(context.content());
        }
        out.instant(request.createdAt())
                .instant(request.expiresAt())
                .instant(request.dueAt())
                .number(request.attempts());
        if (answer == null) {
            out.octet(0);
        } else {
            SealedAnswerFormat.write(answer, out.octet(1));
        }
        return out.toBytes();
    }

    /**
     * {@return the request}
     *
     * @param businessId its id
     * @param bytes as {@link #write} made them
     * @throws io.github.iamsmart.error.StoreException if they are something else
     */
    public static StoredRequest read(BusinessId businessId, byte[] bytes) {
        ValueReader in = ValueReader.ofFormat(FORMAT, bytes);
        RequestStatus status = status(in.octet());
        long version = in.fixedLong();
        String clientId = in.text();
        String kind = in.text();
        String stateHash = in.text();
        String owner = in.textOrNull();
        String reference = in.textOrNull();
        SealedContext context = in.octet() == 0 ? null : new SealedContext(in.text(), in.octets());
        Instant createdAt = in.instant();
        Instant expiresAt = in.instant();
        Instant dueAt = in.instant();
        int attempts = in.integer();
        SealedAnswer answer = in.octet() == 0 ? null : SealedAnswerFormat.read(in);
        return new StoredRequest(
                businessId,
                clientId,
                kind,
                stateHash,
                owner,
                reference,
                context,
                createdAt,
                expiresAt,
                status,
                answer,
                attempts,
                dueAt,
                version);
    }

    /**
     * {@return the number of a status in the bytes} The order of the enum may change, these numbers never.
     *
     * @param status the status
     */
    public static int code(RequestStatus status) {
        return switch (status) {
            case PENDING -> 1;
            case FETCHING -> 2;
            case ANSWERED -> 3;
            case EXPIRED -> 4;
            case DELIVERED -> 5;
            case DEAD -> 6;
        };
    }

    private static RequestStatus status(int code) {
        for (RequestStatus status : RequestStatus.values()) {
            if (code(status) == code) {
                return status;
            }
        }
        throw ValueReader.damaged();
    }
}
