package io.github.iamsmart.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackInterceptor;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.OutgoingCallback;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.callback.Callback.Shape;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.journal.CallDraft;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.CodeTable;
import io.github.iamsmart.simulator.wire.Json;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Sends results to services, in the background, each once unless a fault says otherwise. All threads are daemons. */
public final class CallbackSender implements AutoCloseable {
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);

    private final ClientRegistry clients;
    private final FaultInjector faults;
    private final Journal journal;
    private final Clock clock;
    private final CallbackWriter writer;
    private final CallbackInterceptor interceptor;
    private final ExecutorService senders = Executors.newCachedThreadPool(daemons("iamsmart-simulator-callback"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("iamsmart-simulator-timer"));
    private final CallbackPost post = new CallbackPost(senders);
    private final DelayedActions delayed;
    private final Map<String, Runnable> heldByClient = new ConcurrentHashMap<>();

    public CallbackSender(
            ClientRegistry clients,
            FaultInjector faults,
            Journal journal,
            CodeTable codes,
            Clock clock,
            Duration cekLifetime,
            CallbackInterceptor interceptor) {
        this.clients = clients;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
        this.writer = new CallbackWriter(codes, clock, cekLifetime);
        this.interceptor = interceptor;
        this.delayed = new DelayedActions(clock, timer);
    }

    /** The content that every callback has, and a refusal has alone. */
    public static ObjectNode about(PendingRequest request) {
        ObjectNode content = Json.object();
        request.terms().businessId().ifPresent(id -> content.put("businessID", id));
        request.terms().state().ifPresent(state -> content.put("state", state));
        return content;
    }

    /** Sends the answer to a request, as {@link #send(Callback)}. */
    public void send(PendingRequest request, String path, Code code, ObjectNode content) {
        request.callback(SimulatedCallback.PENDING);
        send(Callback.result(request, path, code, content, clock.instant()));
    }

    /** Sends a callback and returns at once. Its listener and the log get the outcome. */
    public void send(Callback callback) {
        due(callback).ifPresent(delivery -> run(callback, delivery));
    }

    /** Sends a callback and returns when the service has answered, or at once if a fault drops or delays it. */
    public void sendHere(Callback callback) {
        due(callback).ifPresent(Runnable::run);
    }

    /** Runs work that sends callbacks, and returns at once. The work is interrupted when the simulator is closed. */
    public void inBackground(Runnable work) {
        try {
            senders.execute(work);
        } catch (RejectedExecutionException e) {
            // The simulator is closed: nobody waits for it.
        }
    }

    /** Called when the simulator's time was moved. */
    public void releaseDue() {
        delayed.releaseDue();
    }

    /** Forgets what is held back. */
    public void clear() {
        delayed.clear();
        heldByClient.clear();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
    }

    /** What is to be done for it now; nothing if it is lost, or held back. */
    private Optional<Runnable> due(Callback callback) {
        Optional<Client> client = clients.find(callback.clientId());
        PublicKey kek = client.map(one -> one.registration().kekPublicKey()).orElse(null);
        if (client.isEmpty() || kek == null) {
            fail(
                    callback,
                    CallbackLine.unwritten(callback),
                    callback.code().value(),
                    "The client has no KEK registered under which its CEK could be sent.");
            return Optional.empty();
        }
        CallbackFaults taken = new CallbackFaults(faults, callback);
        CallbackMessage message = writer.write(callback, client.get(), kek, taken);
        FaultKind drop = callback.shape() == Shape.TOKEN ? FaultKind.BULK_TOKEN_DROP : FaultKind.CALLBACK_DROP;
        if (taken.has(drop)) {
            fail(callback, CallbackLine.sent(callback, message), message.code(), CallbackMessage.remark(drop));
            return Optional.empty();
        }
        boolean twice = taken.has(FaultKind.CALLBACK_DUPLICATE);
        Runnable delivery = () -> {
            deliver(callback, message, null);
            if (twice) {
                deliver(callback, message, CallbackMessage.remark(FaultKind.CALLBACK_DUPLICATE));
            }
        };
        Optional<Fault> delay = taken.take(FaultKind.CALLBACK_DELAY);
        if (delay.isPresent()) {
            Instant due = callback.since().plus(delay.get().delay().orElse(DEFAULT_DELAY));
            delayed.add(due, () -> run(callback, delivery));
            return Optional.empty();
        }
        return inOrder(callback, taken, delivery);
    }

    /** A callback that a fault holds goes right after the client's next one. */
    private synchronized Optional<Runnable> inOrder(Callback callback, CallbackFaults taken, Runnable delivery) {
        if (callback.shape() == Shape.TOKEN) {
            return Optional.of(delivery);
        }
        Runnable held = heldByClient.remove(callback.clientId());
        if (held != null) {
            return Optional.of(() -> {
                delivery.run();
                held.run();
            });
        }
        if (taken.has(FaultKind.CALLBACK_REORDER)) {
            heldByClient.put(callback.clientId(), delivery);
            return Optional.empty();
        }
        return Optional.of(delivery);
    }

    private void run(Callback callback, Runnable delivery) {
        try {
            senders.execute(delivery);
        } catch (RejectedExecutionException e) {
            callback.outcome().accept(SimulatedCallback.failed("The simulator is closed."));
        }
    }

    private void deliver(Callback callback, CallbackMessage message, @Nullable String remark) {
        Delivery delivery = post(callback, message);
        SimulatedCallback result = delivery.result();
        String happened = result.failure().orElse(remark != null ? remark : message.remark());
        journal.add(CallbackLine.sent(callback, message)
                .answered(result.httpStatus().orElse(0), delivery.headers(), delivery.body())
                .ended(message.code(), happened));
        callback.outcome().accept(result);
    }

    private Delivery post(Callback callback, CallbackMessage message) {
        OptionalInt status = interceptor.intercept(outgoing(callback, message));
        return status.isPresent()
                ? new Delivery(SimulatedCallback.answered(status.getAsInt()), Map.of(), new byte[0])
                : post.send(callback.target(), message);
    }

    private OutgoingCallback outgoing(Callback callback, CallbackMessage message) {
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("Content-Type", message.contentType());
        return new OutgoingCallback(
                callback.request().terms().ticketId(), callback.target(), headers, message.body(), wanted -> {
                    FaultInjector only = new FaultInjector();
                    wanted.forEach(only::inject);
                    return outgoing(callback, write(callback, new CallbackFaults(only, callback)));
                });
    }

    private CallbackMessage write(Callback callback, CallbackFaults taken) {
        Client client = clients.get(callback.clientId());
        PublicKey kek = Objects.requireNonNull(client.registration().kekPublicKey(), "its callback was sealed before");
        return writer.write(callback, client, kek, taken);
    }

    private void fail(Callback callback, CallDraft line, String code, @Nullable String reason) {
        journal.add(line.ended(code, reason));
        callback.outcome().accept(SimulatedCallback.failed(String.valueOf(reason)));
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
