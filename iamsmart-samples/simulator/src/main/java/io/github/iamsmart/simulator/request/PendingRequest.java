package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request and its state. */
public final class PendingRequest {

    /**
     * What does not change.
     *
     * @param redirectUri where the answer goes; empty where only the browser says it
     * @param sameDevice whether the app that answers is on the device that asks
     * @param personaId whose request it is, where the service knows its user
     * @param multipartCallback whether the service wants its callback as multipart/form-data
     */
    public record Terms(
            String ticketId,
            String clientId,
            String flow,
            Optional<String> state,
            Optional<String> businessId,
            Optional<URI> redirectUri,
            Set<String> scopes,
            Optional<String> source,
            String lang,
            boolean sameDevice,
            Optional<String> personaId,
            Asked asked,
            boolean multipartCallback,
            Instant createdAt,
            Instant expiresAt) {

        /** {@return whether the request was made before anybody signed in} */
        public boolean anonymous() {
            return businessId.isPresent() && personaId.isEmpty();
        }
    }

    private final Terms terms;
    private final @Nullable BulkProgress bulk;
    private final CompletableFuture<SimulatedCallback> delivered = new CompletableFuture<>();
    private Status status = Status.PENDING;
    private boolean begun;
    private @Nullable String personaId;
    private @Nullable URI redirect;
    private @Nullable SimulatedCallback callback;
    private @Nullable Visit visit;
    private @Nullable Consent consent;
    private @Nullable String acknowledged;
    private final List<FaultKind> faults = new ArrayList<>();

    public PendingRequest(Terms terms) {
        this.terms = terms;
        this.bulk = terms.asked().bulkSigning().map(BulkProgress::new).orElse(null);
        this.personaId = terms.personaId().orElse(null);
    }

    public Terms terms() {
        return terms;
    }

    public synchronized Status status(Instant now) {
        boolean expired = status == Status.PENDING && !now.isBefore(terms.expiresAt());
        return expired ? Status.TIMED_OUT : status;
    }

    /** {@return the progress of a bulk signing; empty for any other request} */
    public Optional<BulkProgress> bulk() {
        return Optional.ofNullable(bulk);
    }

    /** {@return how far a bulk signing is} */
    public synchronized BulkStatus bulkStatus(Instant now) {
        return BulkStatus.of(status(now), begun, bulk != null && bulk.allSent());
    }

    /** The user opens it. Says whether it still waits for them. */
    public synchronized boolean begin(Instant now) {
        boolean waits = status(now) == Status.PENDING;
        begun = begun || waits;
        return waits;
    }

    /** The service withdraws it. Says whether that was in time, before the user began. */
    public synchronized boolean withdraw(Instant now) {
        boolean inTime = status(now) == Status.PENDING && !begun;
        if (inTime) {
            status = Status.CANCELLED;
        }
        return inTime;
    }

    public synchronized Optional<URI> redirect() {
        return Optional.ofNullable(redirect);
    }

    public synchronized Optional<String> personaId() {
        return Optional.ofNullable(personaId);
    }

    /** A browser has opened getQR for this request; the last one counts. */
    public synchronized void visit(Visit latest) {
        visit = latest;
    }

    /** What the browser asked for; without one, as where the app was opened by its link, what the request says. */
    public synchronized Visit visit() {
        return visit != null ? visit : new Visit(terms.redirectUri(), terms.state(), terms.scopes(), false);
    }

    /** Keeps what the user agreed to until the service fetches it. */
    public synchronized void keep(Consent given) {
        consent = given;
    }

    public synchronized Optional<Consent> consent() {
        return Optional.ofNullable(consent);
    }

    /** Notes a fault of its result, for the log. */
    public synchronized void shows(FaultKind fault) {
        faults.add(fault);
    }

    public synchronized List<FaultKind> faults() {
        return List.copyOf(faults);
    }

    /** Keeps what the service reports about the result. Says whether this is the first time. */
    public synchronized boolean acknowledge(String result) {
        if (acknowledged != null) {
            return false;
        }
        acknowledged = result;
        return true;
    }

    public synchronized boolean isAcknowledged() {
        return acknowledged != null;
    }

    /** What has become of the callback by now. */
    public synchronized void callback(SimulatedCallback now) {
        callback = now;
        if (!now.equals(SimulatedCallback.PENDING)) {
            delivered.complete(now);
        }
    }

    /** Waits, in real time, until the callback has reached the service or will not any more; else it is pending. */
    public SimulatedCallback awaitCallback(Duration atMost) {
        try {
            return delivered.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return SimulatedCallback.PENDING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SimulatedCallback.PENDING;
        }
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
                terms.redirectUri().orElse(null),
                terms.scopes(),
                terms.asked().fields(),
                terms.source().orElse(null),
                terms.lang(),
                terms.createdAt(),
                terms.expiresAt(),
                Optional.ofNullable(callback),
                terms.asked().signing().map(Asked.Signing::identificationCode),
                Optional.ofNullable(acknowledged),
                bulk().map(progress -> progress.snapshot(bulkStatus(now))));
    }
}
