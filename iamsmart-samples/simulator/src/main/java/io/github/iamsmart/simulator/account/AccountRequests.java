package io.github.iamsmart.simulator.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.UserAnswers;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes requests of signed-in users and puts them before the user. */
public final class AccountRequests {
    /** How long a callback that is sent early may keep the answer waiting, in real time. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SignedInUsers users;
    private final RequestRegistry requests;
    private final UserAnswers answers;
    private final FaultInjector faults;
    private final Clock clock;

    public AccountRequests(
            SignedInUsers users, RequestRegistry requests, UserAnswers answers, FaultInjector faults, Clock clock) {
        this.users = users;
        this.requests = requests;
        this.answers = answers;
        this.faults = faults;
        this.clock = clock;
    }

    /** A request whose own members have been checked. */
    public record Accepted(
            FlowDeclaration flow,
            RequestParameters parameters,
            Asked asked,
            boolean multipartCallback,
            Consumer<Grant> userCheck) {}

    /** Checks the user and takes the request. */
    public PendingRequest accept(GatewayCall call, Accepted accepted) {
        Grant user =
                accepted.flow().scope().map(scope -> users.user(call, scope)).orElseGet(() -> users.user(call));
        accepted.userCheck().accept(user);
        call.client().businessIds().use(accepted.parameters().businessId());
        PendingRequest request = new PendingRequest(terms(user, accepted));
        requests.add(request);
        return request;
    }

    /**
     * What the service is answered; by then the user has too, where a fault wants it.
     *
     * @param path the API that the request came by
     */
    public ObjectNode answer(PendingRequest request, String path) {
        String ticket = request.terms().ticketId();
        if (faults.take(FaultKind.CALLBACK_BEFORE_ANSWER, path, request.terms().clientId())
                .isPresent()) {
            answers.approve(ticket, Approval.byTheUser());
            request.awaitCallback(LONGEST_WAIT);
        }
        // A user who signed in by QR code has the phone in the other hand: the request is pushed to it. Who signed in
        // on the device that holds the app opens the app there, with the ticket.
        return Json.object().put("authByQR", !request.terms().sameDevice()).put("ticketID", ticket);
    }

    private PendingRequest.Terms terms(Grant user, Accepted accepted) {
        RequestParameters parameters = accepted.parameters();
        Instant now = clock.instant();
        return new PendingRequest.Terms(
                RandomText.hex(32),
                user.clientId(),
                accepted.flow().name(),
                parameters.state(),
                Optional.of(parameters.businessId()),
                parameters.redirectUri(),
                accepted.flow().scope().map(Set::of).orElse(Set.of()),
                parameters.source(),
                parameters.lang(),
                user.sameDevice(),
                Optional.of(user.personaId()),
                accepted.asked(),
                accepted.multipartCallback(),
                now,
                now.plus(accepted.flow().lifetime()));
    }
}
