package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.wire.Code;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes the user's answer, once, and lets the flow of the request act on it. */
public final class UserAnswers {
    private final RequestRegistry requests;
    private final Personas personas;
    private final FaultInjector faults;
    private final Clock clock;
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();

    public UserAnswers(RequestRegistry requests, Personas personas, FaultInjector faults, Clock clock) {
        this.requests = requests;
        this.personas = personas;
        this.faults = faults;
        this.clock = clock;
    }

    /** Flows are made after this, because some of them answer for the user when a fault asks for it. */
    public void add(Flow flow) {
        if (flows.putIfAbsent(flow.name(), flow) != null) {
            throw new IllegalStateException("Two flows are called " + flow.name() + ".");
        }
    }

    /**
     * The user approves.
     *
     * @throws SimulatorException when there is no such request or persona, when it has ended, or when the approval does
     *     not fit what is asked
     */
    public Outcome approve(String ticketId, Approval approval) {
        PendingRequest request = requests.get(ticketId);
        Consent consent = consent(request, approval);
        // A suspended account fails and nobody is told why [S].
        if (consent.persona().suspended()) {
            return end(request, Decision.FAIL, consent.persona().id(), flow -> flow.refused(request, Decision.FAIL));
        }
        Flow asked = flow(request);
        Optional<Code> obstacle = asked.obstacle(request, consent).or(() -> failedStepUp(asked, request));
        if (obstacle.isPresent()) {
            return end(request, Decision.FAIL, consent.persona().id(), flow -> flow.failed(request, obstacle.get()));
        }
        return end(request, Decision.APPROVE, consent.persona().id(), flow -> flow.approved(request, consent));
    }

    /**
     * The user opens the request and has not answered yet.
     *
     * @throws SimulatorException when there is no such request, or when it has ended
     */
    public void begin(String ticketId) {
        PendingRequest request = requests.get(ticketId);
        Instant now = clock.instant();
        if (!request.begin(now)) {
            throw ended(request.status(now));
        }
    }

    /**
     * Anything but an approval.
     *
     * @param personaId who refuses, if that is known
     * @throws SimulatorException when there is no such request or persona, or when it has ended
     */
    public Outcome refuse(String ticketId, Decision decision, Optional<String> personaId) {
        PendingRequest request = requests.get(ticketId);
        String persona = personaId
                .map(personas::get)
                .map(Persona::id)
                .or(() -> request.terms().personaId())
                .orElse(null);
        return end(request, decision, persona, flow -> flow.refused(request, decision));
    }

    /** Ends a request whose time is over in the way of its flow; does nothing to any other. */
    public void expire(PendingRequest request) {
        synchronized (request) {
            if (request.isUnanswered() && request.status(clock.instant()) == Status.TIMED_OUT) {
                Optional<URI> redirect = flow(request).expired(request);
                request.end(Status.TIMED_OUT, request.terms().personaId().orElse(null), redirect);
            }
        }
    }

    private Optional<Code> failedStepUp(Flow flow, PendingRequest request) {
        if (!request.terms().asked().asksForAStepUp()) {
            return Optional.empty();
        }
        String path = flow.declaration().path().orElse("");
        return faults.take(FaultKind.STEP_UP_FAILED, path, request.terms().clientId())
                .map(fault -> {
                    request.shows(fault.kind());
                    return StepUpCodes.of(fault.code());
                });
    }

    private interface Action {
        Optional<URI> by(Flow flow);
    }

    private Outcome end(PendingRequest request, Decision decision, @Nullable String persona, Action action) {
        synchronized (request) {
            Status status = request.status(clock.instant());
            if (status != Status.PENDING) {
                throw ended(status);
            }
            Optional<URI> redirect = action.by(flow(request));
            request.end(decision.status(), persona, redirect);
            return new Outcome(request.terms().ticketId(), decision.status().wireName(), redirect);
        }
    }

    private Consent consent(PendingRequest request, Approval approval) {
        Asked asked = request.terms().asked();
        if (!approval.passed() && !asked.faceCheck()) {
            throw invalid("This request has no face check, so there is none to fail.");
        }
        List<String> given = asked.fields();
        if (approval.fields().isPresent()) {
            for (String field : approval.fields().get()) {
                if (!given.contains(field)) {
                    throw invalid("The request does not ask for the field '" + field + "'; it asks for " + given + ".");
                }
            }
            given = given.stream().filter(approval.fields().get()::contains).toList();
        }
        return new Consent(persona(request, approval), given, approval.passed());
    }

    private Persona persona(PendingRequest request, Approval approval) {
        Optional<String> owner = request.terms().personaId();
        Optional<String> chosen = approval.personaId();
        if (owner.isPresent() && chosen.isPresent() && !owner.equals(chosen)) {
            throw invalid("This request is for the signed-in user, who is '" + owner.get()
                    + "'; leave the persona out, or name that one.");
        }
        return owner.map(personas::known)
                .or(() -> chosen.map(personas::get))
                .orElseThrow(() -> invalid("Say which persona approves: {\"persona\": \"…\"}."));
    }

    private static SimulatorException ended(Status status) {
        return new SimulatorException(
                Kind.ALREADY_ENDED, "The request has ended already; it is " + status.wireName() + ".");
    }

    private static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
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
