package io.github.iamsmart.simulator;

import java.util.OptionalInt;

/**
 * Sees each callback before it is posted, and may take it: for tests that want its bytes, or whose application listens
 * at no port. Called on a thread of the simulator, once for each time that a callback would be posted; must be
 * thread-safe.
 */
@FunctionalInterface
public interface CallbackInterceptor {
    /** Leaves every callback to the simulator. */
    CallbackInterceptor NONE = callback -> OptionalInt.empty();

    /**
     * Takes a callback, or leaves it.
     *
     * @param callback what would be posted
     * @return the HTTP status that the service answered; empty to have the simulator post it
     */
    OptionalInt intercept(OutgoingCallback callback);
}
