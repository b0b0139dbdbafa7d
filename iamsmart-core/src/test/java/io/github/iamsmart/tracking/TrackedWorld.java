package io.github.iamsmart.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two nodes over one store, with a clock that stands still. */
final class TrackedWorld {

    static final RequestKind<String> KIND =
            RequestKind.of("test", String.class, RequestKind.LIFETIME, json -> new String(json, UTF_8));
    static final DeliveryPolicy POLICY = new DeliveryPolicy(
            4,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofDays(7));

    final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T02:00:00Z"));
    final RequestStore store;
    final RequestTracker node;
    final RequestTracker otherNode;

    TrackedWorld() {
        this(new MemoryRequestStore());
    }

    TrackedWorld(RequestStore store) {
        this.store = store;
        this.node = newNode();
        this.otherNode = newNode();
    }

    RequestTracker newNode() {
        return new RequestTracker("client", store, List.of(KIND), SealedAnswer::content, POLICY, clock);
    }

    BusinessId begun() {
        return begun(State.random());
    }

    BusinessId begun(State state) {
        BusinessId id = BusinessId.random();
        node.begin(id, KIND, state, "owner", "permit-7");
        return id;
    }

    BusinessId answered() {
        State state = State.random();
        BusinessId id = begun(state);
        if (node.receive(id, state.value(), answer(ErrorCode.SUCCESS)) != RequestTracker.Receipt.ACCEPTED) {
            throw new AssertionError("not accepted");
        }
        return id;
    }

    SealedAnswer answer(ErrorCode code) {
        return new SealedAnswer(code, "tx", "wrapped", "result".getBytes(UTF_8), clock.instant());
    }

    static List<RequestOutcome<?>> delivered(RequestTracker by) {
        List<RequestOutcome<?>> outcomes = new ArrayList<>();
        by.deliverDue(outcomes::add);
        return outcomes;
    }
}
