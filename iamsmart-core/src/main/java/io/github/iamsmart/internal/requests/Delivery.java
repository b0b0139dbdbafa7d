package io.github.iamsmart.internal.requests;

import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.DeliveryReport.Result;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings outcomes to the application, until it takes them or they are dead. */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Requests.class);
    private static final int BATCH = 100;

    /** So many failures of the store in a row are an outage; fewer may lie in the requests themselves. */
    private static final int MOST_FAILURES = 10;

    private static final Duration REMOVAL_PAUSE = Duration.ofMinutes(10);

    private final String clientId;
    private final RequestStore store;
    private final Consumer<StoredRequest> remover;
    private final Outcomes outcomes;
    private final DeliveryPolicy policy;
    private final IamSmartTracer tracer;
    private final Clock clock;

    Delivery(
            String clientId,
            RequestStore store,
            Consumer<StoredRequest> remover,
            Outcomes outcomes,
            DeliveryPolicy policy,
            IamSmartTracer tracer,
            Clock clock) {
        this.clientId = clientId;
        this.store = store;
        this.remover = remover;
        this.outcomes = outcomes;
        this.policy = policy;
        this.tracer = tracer;
        this.clock = clock;
    }

    /** One request whose change the store refuses keeps none of the others waiting; an outage ends the round. */
    int run(RequestHandler handler) {
        int done = 0;
        List<StoredRequest> due;
        do {
            // Of this batch alone: those that failed at the end of one come first in the next.
            int failures = 0;
            due = store.due(clientId, clock.instant(), BATCH);
            for (StoredRequest request : due) {
                // A node that is shut down must not spend the attempts of all that is due.
                if (Thread.currentThread().isInterrupted()) {
                    return done;
                }
                try {
                    process(request, handler);
                    failures = 0;
                    done++;
                } catch (RuntimeException e) {
                    failures++;
                    if (failures == Math.min(MOST_FAILURES, due.size())) {
                        throw e;
                    }
                    log.warn(
                            "The store failed to change request {} ({}): {}",
                            request.businessId(),
                            request.kind(),
                            e.getClass().getName());
                }
            }
        } while (due.size() == BATCH);
        return done;
    }

    private void process(StoredRequest request, RequestHandler handler) {
        switch (request.status()) {
            case DELIVERED, DEAD -> remove(request);
            case ANSWERED, EXPIRED -> deliver(request, handler);
            case PENDING, FETCHING -> {
                StoredRequest expired = Transitions.expired(request, clock.instant());
                if (store.replace(expired)) {
                    log.info("Request {} ({}) expired without an answer.", request.businessId(), request.kind());
                    deliver(expired, handler);
                }
            }
        }
    }

    /** What cannot be removed now is tried again later: it must not stay the first that is due. */
    private void remove(StoredRequest request) {
        try {
            remover.accept(request);
        } catch (RuntimeException e) {
            Instant again = clock.instant().plus(REMOVAL_PAUSE);
            log.warn(
                    "Request {} ({}) could not be removed, which is tried again at {}: the store failed with {}",
                    request.businessId(),
                    request.kind(),
                    again,
                    e.getClass().getName());
            store.replace(Transitions.dueAgain(request, again));
        }
    }

    private void deliver(StoredRequest request, RequestHandler handler) {
        StoredRequest leased = Transitions.leased(request, clock.instant().plus(policy.lease()));
        if (!store.replace(leased)) {
            return;
        }
        Consumer<DeliveryReport> trace = tracer.deliveryStarted(outcomes.traced(leased, leased.attempts()));
        DeliveryReport report = DeliveryReport.DELIVERED;
        try {
            Optional<Throwable> failure = offer(leased, handler);
            if (failure.isPresent()) {
                report = new DeliveryReport(isLastAttempt(leased) ? Result.DEAD : Result.FAILED, failure);
                failed(leased, failure.get());
            } else {
                delivered(leased);
            }
        } finally {
            trace.accept(report);
        }
    }

    /** {@return why the application did not take it, if it did not} */
    private Optional<Throwable> offer(StoredRequest leased, RequestHandler handler) {
        try {
            handler.handle(outcomes.read(leased));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        } catch (Exception | Error e) {
            // An error of the application's code too: thrown on, it would end the timer that calls this.
            return Optional.of(e);
        }
    }

    private void delivered(StoredRequest leased) {
        // Nothing is changed if the lease ended meanwhile and another node took over: at least once, not exactly once.
        Instant removeAt = clock.instant().plus(policy.retention());
        HeldRequest.replace(store, leased, held -> Transitions.delivered(held, removeAt));
    }

    private boolean isLastAttempt(StoredRequest leased) {
        return leased.attempts() >= policy.mostAttempts();
    }

    /** The exception's message may hold personal data of the application's, so only its type is logged. */
    private void failed(StoredRequest leased, Throwable failure) {
        Instant now = clock.instant();
        String type = failure.getClass().getName();
        if (isLastAttempt(leased)) {
            log.error(
                    "Request {} ({}) is dead: its handler failed {} times, at last with {}. Its result is kept until {};"
                            + " Requests.revive offers it again.",
                    leased.businessId(),
                    leased.kind(),
                    leased.attempts(),
                    type,
                    now.plus(policy.deadRetention()));
            HeldRequest.replace(store, leased, request -> Transitions.dead(request, now.plus(policy.deadRetention())));
            return;
        }
        Instant again = now.plus(policy.pauseAfter(leased.attempts()));
        log.warn(
                "The handler of request {} ({}) failed with {} in attempt {}; it is called again at {}.",
                leased.businessId(),
                leased.kind(),
                type,
                leased.attempts(),
                again);
        HeldRequest.replace(store, leased, request -> Transitions.dueAgain(request, again));
    }
}
