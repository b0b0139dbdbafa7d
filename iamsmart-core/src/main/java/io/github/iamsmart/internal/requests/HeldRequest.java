package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes a request that one thread holds by a lease or a claim. Whoever keeps a context with it meanwhile makes
 * another version of it and takes nothing away: the change is made of that version then.
 */
final class HeldRequest {

    private HeldRequest() {}

    /**
     * Replaces the request.
     *
     * @param store keeps it
     * @param held as it was when it was taken
     * @param next makes the next version
     * @return the next version; empty if the request is no longer held, and then nothing is changed
     */
    static Optional<StoredRequest> replace(RequestStore store, StoredRequest held, UnaryOperator<StoredRequest> next) {
        Optional<StoredRequest> current = Optional.of(held);
        while (current.isPresent()) {
            StoredRequest then = next.apply(current.get());
            if (store.replace(then)) {
                return Optional.of(then);
            }
            current = store.find(held.businessId()).filter(found -> isHeld(held, found));
        }
        return Optional.empty();
    }

    /** Another lease or claim has another end, and another attempt another number. */
    private static boolean isHeld(StoredRequest held, StoredRequest found) {
        return found.status() == held.status()
                && found.attempts() == held.attempts()
                && found.dueAt().equals(held.dueAt());
    }
}
