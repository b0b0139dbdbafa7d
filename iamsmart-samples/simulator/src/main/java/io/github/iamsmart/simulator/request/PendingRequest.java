package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request and what became of it. */
public final class PendingRequest {

    /** What does not change. */
    public record Terms(
            String ticketId,
            String clientId,
            String flow,
            Optional<String> state,
            Optional<String> businessId,
            URI redirectUri,
            Set<String> scopes,
            String source,
            String lang,
            boolean sameDevice,
            Instant createdAt,
            Instant expiresAt) {}

    private final Terms terms;
    private Status status = Status.PENDING;
    private @Nullable String personaId;
    private @Nullable URI redirect;

    public PendingRequest(Terms terms) {
        this.terms = terms;
    }

    public Terms terms() {
        return terms;
    }

    public synchronized Status status(Instant now) {
        boolean expired = status == Status.PENDING && !now.isBefore(terms.expiresAt());
        return expired ? Status.TIMED_OUT : status;
    }

    public synchronized Optional<URI> redirect() {
        return Optional.ofNullable(redirect);
    }

    public synchronized Optional<String> personaId() {
        return Optional.ofNullable(personaId);
    }

    synchronized boolean isUnanswered() {
        return status == Status.PENDING;
    }

    synchronized void end(Status ending, @Nullable String persona, Optional<URI> browserGoesTo) {
        status = ending;
        personaId = persona;
        redirect = browserGoesTo.orElse(null);
    }

    public synchronized SimulatedRequest snapshot(Instant now) {
        return new SimulatedRequest(
                terms.ticketId(),
                terms.clientId(),
                terms.flow(),
                terms.state(),
                status(now).wireName(),
                terms.businessId(),
                personaId(),
                terms.redirectUri(),
                terms.scopes(),
                terms.source(),
                terms.lang(),
                terms.createdAt(),
                terms.expiresAt());
    }
}
