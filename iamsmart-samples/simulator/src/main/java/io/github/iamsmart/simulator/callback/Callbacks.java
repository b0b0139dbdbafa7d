package io.github.iamsmart.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientBook;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Sends results to services, in the background, each once unless a fault says otherwise. All threads are daemons. */
public final class Callbacks implements AutoCloseable {
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);

    private final ClientBook clients;
    private final FaultInjector faults;
    private final Journal journal;
    private final CallbackWriter writer;
    private final ExecutorService senders = Executors.newCachedThreadPool(daemons("iamsmart-simulator-callback"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("iamsmart-simulator-timer"));
    private final CallbackPost post = new CallbackPost(senders);
    private final DelayLine delayed;
    private final Map<String, Runnable> heldByClient = new ConcurrentHashMap<>();

    public Callbacks(ClientBook clients, FaultInjector faults, Journal journal, Clock clock, Duration cekLifetime) {
        this.clients = clients;
        this.faults = faults;
        this.journal = journal;
        this.writer = new CallbackWriter(faults, clock, cekLifetime);
        this.delayed = new DelayLine(clock, timer);
    }

    /** The content that every callback has, and a refusal has alone. */
    public static ObjectNode about(PendingRequest request) {
        ObjectNode content = Json.object();
        request.terms().businessId().ifPresent(id -> content.put("businessID", id));
        request.terms().state().ifPresent(state -> content.put("state", state));
        return content;
    }

    /**
     * Sends a callback and comes back at once; what became of it stands in the request and in the log.
     *
     * @param path the API that the request came by
     */
    public void send(PendingRequest request, String path, Code code, ObjectNode content) {
        request.callback(SimulatedCallback.PENDING);
        String clientId = request.terms().clientId();
        Optional<Client> client = clients.find(clientId);
        PublicKey kek = client.map(one -> one.registration().kekPublicKey()).orElse(null);
        if (client.isEmpty() || kek == null) {
            fail(request, code.value(), "The client has no KEK registered under which its CEK could be sent.");
            return;
        }
        CallbackMessage message = writer.write(request, path, client.get(), kek, code, content);
        if (faults.take(FaultKind.CALLBACK_DROP, path, clientId).isPresent()) {
            fail(request, message.code(), CallbackMessage.remark(FaultKind.CALLBACK_DROP));
            return;
        }
        boolean twice =
                faults.take(FaultKind.CALLBACK_DUPLICATE, path, clientId).isPresent();
        Runnable delivery = () -> {
            deliver(request, message, null);
            if (twice) {
                deliver(request, message, CallbackMessage.remark(FaultKind.CALLBACK_DUPLICATE));
            }
        };
        Optional<Fault> delay = faults.take(FaultKind.CALLBACK_DELAY, path, clientId);
        if (delay.isPresent()) {
            delayed.add(delay.get().delay().orElse(DEFAULT_DELAY), () -> run(request, delivery));
        } else {
            inOrder(request, path, delivery);
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

    /** A callback that a fault holds goes right after the client's next one. */
    private synchronized void inOrder(PendingRequest request, String path, Runnable delivery) {
        String clientId = request.terms().clientId();
        Runnable held = heldByClient.remove(clientId);
        if (held != null) {
            run(request, () -> {
                delivery.run();
                held.run();
            });
        } else if (faults.take(FaultKind.CALLBACK_REORDER, path, clientId).isPresent()) {
            heldByClient.put(clientId, delivery);
        } else {
            run(request, delivery);
        }
    }

    private void run(PendingRequest request, Runnable delivery) {
        try {
            senders.execute(delivery);
        } catch (RejectedExecutionException e) {
            request.callback(SimulatedCallback.failed("The simulator is closed."));
        }
    }

    private void deliver(PendingRequest request, CallbackMessage message, @Nullable String remark) {
        SimulatedCallback result = post.send(request.terms().redirectUri(), message);
        String happened = result.failure().orElse(remark != null ? remark : message.remark());
        log(request, message.code(), result.httpStatus().orElse(0), happened);
        request.callback(result);
    }

    private void fail(PendingRequest request, String code, String reason) {
        log(request, code, 0, reason);
        request.callback(SimulatedCallback.failed(reason));
    }

    private void log(PendingRequest request, String code, int status, @Nullable String reason) {
        URI target = request.terms().redirectUri();
        String withoutQuery = target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
        journal.add(Optional.of(request.terms().clientId()), "POST", withoutQuery, status, code, reason);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
