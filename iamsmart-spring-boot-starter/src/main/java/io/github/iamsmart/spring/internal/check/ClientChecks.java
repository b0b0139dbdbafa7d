package io.github.iamsmart.spring.internal.check;

import io.github.iamsmart.selfcheck.SelfCheckLine;
import io.github.iamsmart.selfcheck.SelfCheckReport;
import io.github.iamsmart.selfcheck.SelfCheckRequest;
import io.github.iamsmart.selfcheck.SelfCheckStatus;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the clients of an application: several beside each other, and together not longer than one may take. Whoever
 * asks while the same check is running gets its outcome, so that many who ask make no more calls than one. Thread-safe.
 */
public final class ClientChecks {

    private static final Logger log = LoggerFactory.getLogger(ClientChecks.class);

    private static final int MOST_AT_A_TIME = 4;
    private static final String ALL = "";

    private final List<ServedClient> clients;
    private final Function<ServedClient, SelfCheckRequest.Builder> requests;
    private final Clock clock;
    private final Duration timeout;
    private final Map<String, CompletableFuture<List<CheckedClient>>> running = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param clients the clients of the application
     * @param requests knows the callback URLs of a client
     * @param clock the time
     */
    public ClientChecks(
            List<ServedClient> clients, Function<ServedClient, SelfCheckRequest.Builder> requests, Clock clock) {
        this(clients, requests, clock, SelfCheckRequest.TIMEOUT);
    }

    ClientChecks(
            List<ServedClient> clients,
            Function<ServedClient, SelfCheckRequest.Builder> requests,
            Clock clock,
            Duration timeout) {
        this.clients = List.copyOf(clients);
        this.requests = requests;
        this.clock = clock;
        this.timeout = timeout;
    }

    List<CheckedClient> all() {
        return once(ALL, clients);
    }

    /** {@return the check of one client; nothing if there is none of that name} */
    List<CheckedClient> one(String name) {
        List<ServedClient> named =
                clients.stream().filter(client -> client.name().equals(name)).toList();
        return named.isEmpty() ? List.of() : once(name, named);
    }

    private List<CheckedClient> once(String what, List<ServedClient> chosen) {
        CompletableFuture<List<CheckedClient>> mine = new CompletableFuture<>();
        CompletableFuture<List<CheckedClient>> others = running.putIfAbsent(what, mine);
        if (others != null) {
            return others.join();
        }
        try {
            mine.complete(check(chosen));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(what, mine);
        }
        return mine.join();
    }

    private List<CheckedClient> check(List<ServedClient> chosen) {
        long end = System.nanoTime() + timeout.toNanos();
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Math.min(MOST_AT_A_TIME, chosen.size())), task -> {
                    Thread thread = new Thread(task, "iamsmart-client-check");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            List<CompletableFuture<CheckedClient>> checks = chosen.stream()
                    .map(client -> CompletableFuture.supplyAsync(() -> check(client, end), threads))
                    .toList();
            return checks.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private CheckedClient check(ServedClient client, long end) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            return unfinished(client, "There was no time left to check this client.", "Ask for it alone, by its name.");
        }
        try {
            SelfCheckRequest request = requests.apply(client).timeout(left).build();
            return new CheckedClient(client.name(), client.client().selfCheck().run(request));
        } catch (RuntimeException e) {
            log.warn("The self-check of the client {} failed", client.name(), e);
            return unfinished(
                    client,
                    "The check itself failed: " + e.getClass().getSimpleName() + ".",
                    "Look at the application's log.");
        }
    }

    private CheckedClient unfinished(ServedClient client, String finding, String advice) {
        return new CheckedClient(
                client.name(),
                new SelfCheckReport(
                        clock.instant(),
                        List.of(new SelfCheckLine("check", "", SelfCheckStatus.FAILURE, finding, advice))));
    }
}
