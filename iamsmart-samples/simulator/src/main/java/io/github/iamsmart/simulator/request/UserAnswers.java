package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes the user's answer, once, and lets the flow of the request act on it. */
public final class UserAnswers {
    private final RequestBook requests;
    private final Personas personas;
    private final Map<String, Flow> flows;
    private final Clock clock;

    public UserAnswers(RequestBook requests, Personas personas, List<Flow> flows, Clock clock) {
        this.requests = requests;
        this.personas = personas;
        this.flows = flows.stream().collect(Collectors.toUnmodifiableMap(Flow::name, Function.identity()));
        this.clock = clock;
    }

    /**
     * Answers a request.
     *
     * @param personaId required to approve a request that no known user made
     * @throws SimulatorException when there is no such request or persona, or when it has ended
     */
    public Outcome answer(String ticketId, Decision decision, Optional<String> personaId) {
        PendingRequest request = requests.get(ticketId);
        Optional<Persona> persona = personaId.map(personas::get);
        if (decision == Decision.APPROVE && persona.isEmpty()) {
            throw new SimulatorException(Kind.INVALID, "Say which persona approves: {\"persona\": \"…\"}.");
        }
        Instant now = clock.instant();
        synchronized (request) {
            Status status = request.status(now);
            if (status != Status.PENDING) {
                throw new SimulatorException(
                        Kind.ALREADY_ENDED, "The request has ended already; it is " + status.wireName() + ".");
            }
            return end(request, decision, persona);
        }
    }

    /** Ends a request whose time is over in the way of its flow; does nothing to any other. */
    public void expire(PendingRequest request) {
        synchronized (request) {
            if (request.isUnanswered() && request.status(clock.instant()) == Status.TIMED_OUT) {
                end(request, Decision.TIMEOUT, Optional.empty());
            }
        }
    }

    private Outcome end(PendingRequest request, Decision decision, Optional<Persona> persona) {
        Flow flow = flow(request);
        // A suspended account fails and nobody is told why [S].
        boolean suspended = persona.map(Persona::suspended).orElse(false);
        Decision effective = decision == Decision.APPROVE && suspended ? Decision.FAIL : decision;
        Optional<URI> redirect = effective == Decision.APPROVE
                ? persona.flatMap(user -> flow.approved(request, user))
                : flow.refused(request, effective);
        request.end(effective.status(), persona.map(Persona::id).orElse(null), redirect);
        return new Outcome(request.terms().ticketId(), effective.status().wireName(), redirect);
    }

    private Flow flow(PendingRequest request) {
        Flow flow = flows.get(request.terms().flow());
        if (flow == null) {
            throw new IllegalStateException(
                    "No flow is called " + request.terms().flow() + ".");
        }
        return flow;
    }
}
