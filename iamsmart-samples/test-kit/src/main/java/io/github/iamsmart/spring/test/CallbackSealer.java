package io.github.iamsmart.spring.test;

import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.OutgoingCallback;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Makes the callbacks of iAM Smart for requests of the application that wait, without sending them: for tests of the
 * callback endpoint, of security chains and proxies in front of it, and of handlers. The simulator seals them under the
 * key that it gave the application.
 *
 * <pre>{@code
 * SealedCallback callback = callbacks.approved(phone.request());
 * mockMvc.perform(callback.insecureWithWrongState().request()).andExpect(status().isOk()); // and nothing happens
 * mockMvc.perform(callback.request()).andExpect(status().isOk());
 * }</pre>
 *
 * <p>For the simulator the request has ended then. Inject it into a test with {@link AutoConfigureIamSmartSimulator}.
 * Thread-safe.
 */
public final class CallbackSealer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final IamSmartSimulator simulator;
    private final BiFunction<String, Runnable, List<OutgoingCallback>> catcher;

    /**
     * Creates it.
     *
     * @param simulator writes the callbacks
     * @param catcher gives the callbacks about a ticket that are sent during an action, in place of the application
     */
    public CallbackSealer(IamSmartSimulator simulator, BiFunction<String, Runnable, List<OutgoingCallback>> catcher) {
        this.simulator = simulator;
        this.catcher = catcher;
    }

    /**
     * {@return the callback of a user who approves everything}
     *
     * @param request one that waits, of a user who has signed in
     */
    public SealedCallback approved(SimulatedRequest request) {
        return approved(request, Approval.byTheUser());
    }

    /**
     * {@return the callback of a user who approves, perhaps not everything}
     *
     * @param request one that waits
     * @param approval who approves, and what
     */
    public SealedCallback approved(SimulatedRequest request, Approval approval) {
        return only(request, () -> simulator.approve(request.ticketId(), approval));
    }

    /**
     * {@return the callbacks with the signatures of a bulk signing that its user approves, part by part}
     *
     * @param request a bulk signing that waits
     */
    public List<SealedCallback> approvedInParts(SimulatedRequest request) {
        return all(request, () -> simulator.approve(request.ticketId()));
    }

    /**
     * {@return the callback of a user who refuses}
     *
     * @param request one that waits
     */
    public SealedCallback declined(SimulatedRequest request) {
        return only(request, () -> simulator.reject(request.ticketId()));
    }

    /**
     * {@return the callback about a request that nobody answered}
     *
     * @param request one that waits
     */
    public SealedCallback timedOut(SimulatedRequest request) {
        return only(request, () -> simulator.timeout(request.ticketId()));
    }

    /**
     * {@return the callback about a request that failed}
     *
     * @param request one that waits
     * @param code of the gateway, for example {@code D60002}
     */
    public SealedCallback failed(SimulatedRequest request, String code) {
        OutgoingCallback sent =
                caught(request, () -> simulator.fail(request.ticketId())).get(0);
        return new SealedCallback(
                sent.with(Fault.of(FaultKind.CALLBACK_ERROR_CODE).code(code)));
    }

    private SealedCallback only(SimulatedRequest request, Runnable answer) {
        return all(request, answer).get(0);
    }

    private List<SealedCallback> all(SimulatedRequest request, Runnable answer) {
        return caught(request, answer).stream().map(SealedCallback::new).toList();
    }

    private List<OutgoingCallback> caught(SimulatedRequest request, Runnable answer) {
        List<OutgoingCallback> caught = catcher.apply(request.ticketId(), () -> {
            answer.run();
            await(request);
        });
        if (caught.isEmpty()) {
            throw new IllegalStateException("The callback about the " + request.flow() + " was sent before.");
        }
        return caught;
    }

    private void await(SimulatedRequest request) {
        boolean bringsCallback = simulator.requests().stream()
                .filter(now -> now.ticketId().equals(request.ticketId()))
                .anyMatch(now -> now.callback().isPresent());
        if (!bringsCallback) {
            throw new IllegalStateException("No callback is sent about the " + request.flow()
                    + ": its answer goes to the browser, by redirect.");
        }
        SimulatedCallback callback = simulator.awaitCallback(request.ticketId(), PATIENCE);
        if (!callback.status().equals("delivered")) {
            throw new IllegalStateException("There is no callback about the " + request.flow() + ": "
                    + callback.failure().orElse("it was not sent in time."));
        }
    }
}
