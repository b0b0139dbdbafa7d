package io.github.iamsmart.internal.flow;

import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestTracker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stores a request at the moment before it is sent, and knows whether that moment came. For one thread. */
final class Remembered implements Runnable {

    private final RequestTracker tracker;
    private final RequestKind<?> kind;
    private final RequestOptions options;
    private @Nullable Instant expiresAt;

    Remembered(RequestTracker tracker, RequestKind<?> kind, RequestOptions options) {
        this.tracker = tracker;
        this.kind = kind;
        this.options = options;
    }

    @Override
    public void run() {
        expiresAt = tracker.begin(
                options.businessId(),
                kind,
                options.state(),
                options.owner().orElse(null),
                options.reference().orElse(null));
    }

    Instant expiresAt() {
        if (expiresAt == null) {
            throw new IllegalStateException("The request was not sent yet.");
        }
        return expiresAt;
    }

    /** Forgets the request, unless it was another one that had this business id before. */
    void withdraw() {
        if (expiresAt != null) {
            tracker.withdraw(options.businessId());
        }
    }
}
