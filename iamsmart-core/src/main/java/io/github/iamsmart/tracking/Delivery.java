package io.github.iamsmart.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings outcomes to the application, again and again until it takes them or they are dead. */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(RequestTracker.class);
    private static final int BATCH = 100;

    private final String clientId;
    private final RequestStore store;
    private final Outcomes outcomes;
    private final DeliveryPolicy policy;
    private final Clock clock;

    Delivery(String clientId, RequestStore store, Outcomes outcomes, DeliveryPolicy policy, Clock clock) {
        this.clientId = clientId;
        this.store = store;
        this.outcomes = outcomes;
        this.policy = policy;
        this.clock = clock;
    }

    int run(RequestHandler handler) {
        int done = 0;
        List<TrackedRequest> due;
        do {
            due = store.due(clientId, clock.instant(), BATCH);
            for (TrackedRequest request : due) {
                // A node that is shut down must not spend the attempts of all that is due.
                if (Thread.currentThread().isInterrupted()) {
                    return done;
                }
                lookAfter(request, handler);
                done++;
            }
        } while (due.size() == BATCH);
        return done;
    }

    private void lookAfter(TrackedRequest request, RequestHandler handler) {
        switch (request.status()) {
            case DELIVERED, DEAD -> store.remove(request.businessId());
            case ANSWERED, EXPIRED -> deliver(request, handler);
            case PENDING, FETCHING -> {
                TrackedRequest expired = request.expired(clock.instant());
                if (store.replace(expired)) {
                    log.info("Request {} ({}) expired without an answer.", request.businessId(), request.kind());
                    deliver(expired, handler);
                }
            }
        }
    }

    private void deliver(TrackedRequest request, RequestHandler handler) {
        TrackedRequest leased = request.leased(clock.instant().plus(policy.lease()));
        if (!store.replace(leased)) {
            return;
        }
        try {
            handler.handle(outcomes.read(leased));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(leased, e);
            return;
        } catch (Exception e) {
            failed(leased, e);
            return;
        }
        // False only if the lease ended meanwhile and another node took over: at least once, not exactly once.
        store.replace(leased.delivered(clock.instant().plus(policy.retention())));
    }

    /** The exception's message may hold personal data of the application's, so only its type is logged. */
    private void failed(TrackedRequest leased, Exception failure) {
        Instant now = clock.instant();
        String type = failure.getClass().getName();
        if (leased.attempts() >= policy.mostAttempts()) {
            log.error(
                    "Request {} ({}) is dead: its handler failed {} times, at last with {}. Its result is kept until {};"
                            + " RequestTracker.revive offers it again.",
                    leased.businessId(),
                    leased.kind(),
                    leased.attempts(),
                    type,
                    now.plus(policy.deadRetention()));
            store.replace(leased.dead(now.plus(policy.deadRetention())));
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
        store.replace(leased.dueAgain(again));
    }
}
