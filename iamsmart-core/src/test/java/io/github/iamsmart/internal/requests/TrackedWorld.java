package io.github.iamsmart.internal.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.internal.requests.IncomingCallback.OpenedFile;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.AnswerFile;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two nodes over one store, with a clock that stands still. */
final class TrackedWorld {

    static final RequestKind<String> KIND = RequestKind.builder("test", String.class, json -> new String(json, UTF_8))
            .build();
    static final byte[] SENT = "what was sent".getBytes(UTF_8);
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
        return tracker(store, KIND, clock);
    }

    static RequestTracker tracker(RequestStore store, RequestKind<?> kind, MutableClock clock) {
        return tracker(store, new MemoryAnswerPartStore(), kind, clock);
    }

    static RequestTracker tracker(RequestStore store, AnswerPartStore parts, RequestKind<?> kind, MutableClock clock) {
        return new RequestTracker(
                "client", store, parts, List.of(kind), new ClearOpener(), POLICY, IamSmartTracer.NONE, clock);
    }

    /** Nothing in this world is sealed. */
    private static final class ClearOpener implements StoreCipher {

        @Override
        public byte[] open(SealedAnswer answer) {
            return answer.content();
        }

        @Override
        public byte[] open(AnswerFile file) {
            return file.bytes();
        }

        @Override
        public SealedContext seal(byte[] context) {
            return new SealedContext("", context);
        }

        @Override
        public byte[] open(SealedContext context) {
            return context.content();
        }
    }

    static RequestOptions.Builder options(BusinessId id, State state) {
        return RequestOptions.builder()
                .businessId(id)
                .state(state)
                .owner("owner")
                .reference("permit-7");
    }

    static IncomingCallback callback(BusinessId id, State state, SealedAnswer answer) {
        return new IncomingCallback(id, state, answer, true, answer.content(), answer::content, () -> OpenedFile.NONE);
    }

    Receipt.Status received(BusinessId id, State state, ErrorCode code) {
        return node.receive(callback(id, state, answer(code))).status();
    }

    BusinessId begun() {
        return begun(State.random());
    }

    BusinessId begun(State state) {
        BusinessId id = BusinessId.random();
        node.begin(KIND, options(id, state).build(), SENT);
        return id;
    }

    BusinessId answered() {
        State state = State.random();
        BusinessId id = begun(state);
        if (received(id, state, ErrorCode.SUCCESS) != Receipt.Status.ACCEPTED) {
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
