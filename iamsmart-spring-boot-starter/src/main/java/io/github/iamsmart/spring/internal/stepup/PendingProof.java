package io.github.iamsmart.spring.internal.stepup;

import io.github.iamsmart.requests.BusinessId;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A re-authentication that was begun for a session, and may prove something when its user has answered.
 *
 * @param version of the form of this record: nodes of two releases run side by side during an update
 * @param reference of the request, which nobody can guess
 * @param path where the browser comes back to
 * @param begunAt when it was begun
 * @param businessId the request; {@code null} while it is not sent, as its user must sign in first
 * @param user the digest of who is asked; {@code null} while it is not sent
 */
record PendingProof(
        int version,
        String reference,
        String path,
        Instant begunAt,
        @Nullable String businessId,
        @Nullable String user) implements Serializable {

    static final int VERSION = 1;

    private static final long serialVersionUID = 1L;

    static PendingProof of(String reference, String path, Instant now) {
        return new PendingProof(VERSION, reference, path, now, null, null);
    }

    PendingProof sent(BusinessId request, String toUser) {
        return new PendingProof(version, reference, path, begunAt, request.value(), toUser);
    }

    /** Shows neither the reference nor the path. */
    @Override
    public String toString() {
        return "PendingProof[begunAt=" + begunAt + "]";
    }
}
