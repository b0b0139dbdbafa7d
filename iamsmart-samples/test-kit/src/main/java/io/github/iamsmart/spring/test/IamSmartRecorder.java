package io.github.iamsmart.spring.test;

import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What the application began in a test without a gateway, and the way of outcomes back to it.
 *
 * <pre>{@code
 * mockMvc.perform(post("/permits").with(iamSmartUser())).andExpect(status().isSeeOther());
 *
 * BegunRequest begun = iamSmart.lastBegun();
 * assertThat(begun.kind()).isEqualTo("form-filling");
 * iamSmart.deliver(begun.approved(TestResults.formOf("basic")));
 * }</pre>
 *
 * <p>A bean of {@link AutoConfigureIamSmart}; empty again after each test method. Thread-safe.
 */
public final class IamSmartRecorder {

    private final List<BegunRequest> begun = new CopyOnWriteArrayList<>();
    private final List<RequestKind<?>> kinds;
    private final Handler handler;

    /** Takes outcomes, as the application does. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Takes an outcome.
         *
         * @param outcome how a request ended
         * @throws Exception what a handler or listener of the application throws
         */
        void handle(RequestOutcome<?> outcome) throws Exception;
    }

    /**
     * Creates it.
     *
     * @param kinds those that the client knows
     * @param handler calls the handlers and listeners of the application
     */
    public IamSmartRecorder(List<RequestKind<?>> kinds, Handler handler) {
        this.kinds = List.copyOf(kinds);
        this.handler = handler;
    }

    /** {@return the requests that were begun in this test, the oldest first} */
    public List<BegunRequest> begun() {
        return List.copyOf(begun);
    }

    /**
     * {@return the newest of them}
     *
     * @throws AssertionError if there is none
     */
    public BegunRequest lastBegun() {
        List<BegunRequest> all = begun();
        if (all.isEmpty()) {
            throw new AssertionError("The application has begun no request. A request needs a user who has signed in:"
                    + " send with(iamSmartUser()) along, with the scopes of the request; others are sent to sign in.");
        }
        return all.get(all.size() - 1);
    }

    /**
     * Hands an outcome to the handlers of its kind and to the listeners for {@code RequestOutcomeEvent}, on this
     * thread. Deliver it twice to see that a handler bears it, as the promise is at least once.
     *
     * @param outcome made by a {@link BegunRequest}
     * @throws IllegalArgumentException if its result is not what its kind brings
     * @throws Exception what a handler or listener throws; at run time it would be called again
     */
    public void deliver(RequestOutcome<?> outcome) throws Exception {
        String name = outcome.request().kind();
        RequestKind<?> kind = kinds.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The client does not know the kind " + name
                        + "; it knows "
                        + kinds.stream().map(RequestKind::name).collect(Collectors.joining(", ")) + "."));
        if (outcome instanceof Completed<?> completed && !kind.type().isInstance(completed.result())) {
            throw new IllegalArgumentException("A request of the kind " + name + " brings a "
                    + kind.type().getSimpleName() + ", not a "
                    + completed.result().getClass().getSimpleName() + ".");
        }
        handler.handle(outcome);
    }

    /**
     * Adds a request, for an application that begins requests by other means.
     *
     * @param request was begun
     */
    public void add(BegunRequest request) {
        begun.add(request);
    }

    /** Forgets all requests. */
    public void clear() {
        begun.clear();
    }
}
