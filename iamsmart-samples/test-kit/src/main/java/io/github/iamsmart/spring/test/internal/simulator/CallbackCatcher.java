package io.github.iamsmart.spring.test.internal.simulator;

import io.github.iamsmart.simulator.CallbackInterceptor;
import io.github.iamsmart.simulator.OutgoingCallback;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Keeps the callbacks of some requests, and brings those of the others to an application that listens nowhere.
 * Thread-safe.
 */
public final class CallbackCatcher implements CallbackInterceptor {

    private static final int OK = 200;

    private final ObjectProvider<MockCallbackEndpoints> endpoints;
    private final Map<String, List<OutgoingCallback>> caught = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param endpoints of an application in a mock web environment
     */
    public CallbackCatcher(ObjectProvider<MockCallbackEndpoints> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public OptionalInt intercept(OutgoingCallback callback) {
        List<OutgoingCallback> kept = caught.get(callback.ticketId());
        if (kept != null) {
            kept.add(callback);
            return OptionalInt.of(OK);
        }
        MockCallbackEndpoints mock = endpoints.getIfAvailable();
        return mock == null ? OptionalInt.empty() : mock.post(callback);
    }

    /**
     * {@return the callbacks about a request that were sent during an action, and went nowhere}
     *
     * @param ticketId of the request
     * @param action returns when all have been sent
     */
    public List<OutgoingCallback> during(String ticketId, Runnable action) {
        List<OutgoingCallback> kept = new CopyOnWriteArrayList<>();
        caught.put(ticketId, kept);
        try {
            action.run();
            return List.copyOf(kept);
        } finally {
            caught.remove(ticketId);
        }
    }
}
