package io.github.iamsmart.spring.test;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The phone of a user, with the iAM Smart app of the simulator. Each method answers the newest request that waits, and
 * returns when the application has taken the outcome: its callback endpoint has stored it, and, where the phone is a
 * bean, the application's handlers and listeners have been called. Nothing sleeps, and nothing waits longer than 30
 * seconds. Thread-safe; tests that answer requests side by side name them with {@link #at}.
 *
 * <p>Inject it into a test with {@link AutoConfigureIamSmartSimulator}, or {@linkplain #of make one} for a simulator of
 * your own.
 */
public final class TestPhone {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final IamSmartSimulator simulator;
    private final Consumer<BusinessId> delivered;
    private final Function<String, IamSmartSignIn> signIn;
    private final Optional<String> ticketId;

    /**
     * Creates a phone.
     *
     * @param simulator shows it the requests
     * @param delivered returns when the application has handled the outcome of a request
     * @param signIn signs a persona in
     */
    public TestPhone(
            IamSmartSimulator simulator, Consumer<BusinessId> delivered, Function<String, IamSmartSignIn> signIn) {
        this(simulator, delivered, signIn, Optional.empty());
    }

    private TestPhone(
            IamSmartSimulator simulator,
            Consumer<BusinessId> delivered,
            Function<String, IamSmartSignIn> signIn,
            Optional<String> ticketId) {
        this.simulator = simulator;
        this.delivered = delivered;
        this.signIn = signIn;
        this.ticketId = ticketId;
    }

    /**
     * {@return a phone that waits for callbacks, and not for what the application does with them}
     *
     * @param simulator shows it the requests
     */
    public static TestPhone of(IamSmartSimulator simulator) {
        return new TestPhone(simulator, businessId -> {}, persona -> {
            throw new IllegalStateException("This phone knows no client to sign in with: inject it as a bean.");
        });
    }

    /**
     * {@return the same phone with this request on its screen, whichever are newer}
     *
     * @param request one of {@link IamSmartSimulator#requests()}
     */
    public TestPhone at(SimulatedRequest request) {
        return new TestPhone(simulator, delivered, signIn, Optional.of(request.ticketId()));
    }

    /**
     * {@return the request on the screen: the newest that waits}
     *
     * @throws IllegalStateException if none waits
     */
    public SimulatedRequest request() {
        List<SimulatedRequest> all = simulator.requests();
        return all.stream()
                .filter(request -> ticketId.map(request.ticketId()::equals)
                        .orElse(request.status().equals("pending")))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No request waits on the phone. "
                        + (all.isEmpty() ? "The simulator has had none." : "The simulator has had: " + text(all))));
    }

    private static String text(List<SimulatedRequest> requests) {
        return requests.stream()
                .map(request -> request.flow() + " (" + request.status() + ")")
                .collect(Collectors.joining(", "));
    }

    /** {@return the simulator} */
    public IamSmartSimulator simulator() {
        return simulator;
    }

    /**
     * {@return a sign-in of a persona, with an access token that the simulator gave} For {@code MockMvc} requests whose
     * controllers really begin something: {@code with(iamSmartUser(phone.signIn("plus")))}.
     *
     * @param personaId for example {@code basic} or {@code plus}
     */
    public IamSmartSignIn signIn(String personaId) {
        return signIn.apply(personaId);
    }

    /**
     * The user who signed in approves everything.
     *
     * @return what came of it
     * @throws IllegalStateException if no request waits, or the application does not take the outcome
     */
    public Outcome approve() {
        return approve(Approval.byTheUser());
    }

    /**
     * A persona approves everything: a sign-in, an anonymous request.
     *
     * @param personaId for example {@code basic} or {@code plus}
     * @return what came of it, with where the browser goes now
     * @throws IllegalStateException if no request waits, or the application does not take the outcome
     */
    public Outcome approve(String personaId) {
        return approve(Approval.by(personaId));
    }

    /**
     * Somebody approves, perhaps not everything.
     *
     * @param approval who, and what
     * @return what came of it
     * @throws IllegalStateException if no request waits, or the application does not take the outcome
     */
    public Outcome approve(Approval approval) {
        return answer((phone, ticket) -> phone.approve(ticket, approval));
    }

    /**
     * The user refuses.
     *
     * @return what came of it
     * @throws IllegalStateException if no request waits, or the application does not take the outcome
     */
    public Outcome refuse() {
        return answer(IamSmartSimulator::reject);
    }

    /**
     * The user closes the request.
     *
     * @return what came of it
     * @throws IllegalStateException if no request waits, or the application does not take the outcome
     */
    public Outcome cancel() {
        return answer(IamSmartSimulator::cancel);
    }

    /**
     * The user answers nothing until the time is up, which the gateway tells the application. No time passes.
     *
     * @return what came of it
     * @throws IllegalStateException if no request waits, or the application does not take the outcome
     */
    public Outcome letTimeOut() {
        return answer(IamSmartSimulator::timeout);
    }

    private Outcome answer(BiFunction<IamSmartSimulator, String, Outcome> how) {
        SimulatedRequest request = request();
        Outcome outcome = how.apply(simulator, request.ticketId());
        if (bringsCallback(request)) {
            awaitCallback(request);
            request.businessId().map(BusinessId::new).ifPresent(delivered);
        }
        return outcome;
    }

    private boolean bringsCallback(SimulatedRequest request) {
        return simulator.requests().stream()
                .filter(now -> now.ticketId().equals(request.ticketId()))
                .anyMatch(now -> now.callback().isPresent());
    }

    private void awaitCallback(SimulatedRequest request) {
        SimulatedCallback callback = simulator.awaitCallback(request.ticketId(), PATIENCE);
        if (!callback.status().equals("delivered")) {
            throw new IllegalStateException(
                    "The callback about the " + request.flow() + " did not reach the application: "
                            + callback.failure().orElse("it was not sent within " + PATIENCE.toSeconds() + " s."));
        }
    }
}
