package io.github.iamsmart.spring.internal.observation;

import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many requests the stores hold, for gauges: a scrape reads what was counted a few seconds ago, or waits a moment
 * for a fresh count, once for all clients. A store that is slow or broken keeps no scrape waiting longer, and no thread
 * busy more than once; its numbers become unknown. Thread-safe.
 */
public final class RequestCounts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RequestCounts.class);

    /** A count is used for so long before the next is made. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** A count is shown for so long when the next does not come. */
    static final Duration KNOWN = Duration.ofMinutes(2);

    /** A scrape waits for a count at most so long. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private static final int MOST_THREADS = 4;

    /** What a gauge shows. */
    public enum Status {
        /** The user has not answered yet. */
        PENDING,
        /** The outcome waits for the application to take it. */
        UNDELIVERED,
        /** The application has failed to take the outcome too often. */
        DEAD;

        double count(Requests requests) {
            return switch (this) {
                case PENDING -> requests.count(RequestStatus.PENDING) + requests.count(RequestStatus.FETCHING);
                case UNDELIVERED -> requests.count(RequestStatus.ANSWERED) + requests.count(RequestStatus.EXPIRED);
                case DEAD -> requests.count(RequestStatus.DEAD);
            };
        }
    }

    private record Count(Map<Status, Double> values, long at) {}

    private final List<ServedClient> clients;
    private final LongSupplier nanoTime;
    private final ThreadPoolExecutor threads;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private long nextRound;

    /**
     * Creates it; counts nothing yet.
     *
     * @param clients whose requests are counted
     * @param nanoTime a monotonic clock, {@code System::nanoTime}
     */
    public RequestCounts(ServedClientRegistry clients, LongSupplier nanoTime) {
        this.clients = clients.all();
        this.nanoTime = nanoTime;
        this.nextRound = nanoTime.getAsLong();
        this.threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "iamsmart-counts");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * {@return how many there are; {@code NaN} if that is not known}
     *
     * @param client the name of the client
     * @param status of which status
     */
    public double count(String client, Status status) {
        refresh();
        Count count = counts.get(client);
        return count == null || nanoTime.getAsLong() - count.at() > KNOWN.toNanos()
                ? Double.NaN
                : count.values().getOrDefault(status, Double.NaN);
    }

    /** One scrape of several that come at once begins the round; the others show what is known. */
    private void refresh() {
        synchronized (lock) {
            long now = nanoTime.getAsLong();
            if (now - nextRound < 0) {
                return;
            }
            nextRound = now + FRESH.toNanos();
        }
        List<ServedClient> idle = clients.stream()
                .filter(client -> running.putIfAbsent(client.name(), true) == null)
                .toList();
        CountDownLatch done = new CountDownLatch(idle.size());
        idle.forEach(client -> start(client, done));
        try {
            if (!done.await(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("A store of requests is slow to count; its gauges show what was known before.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(ServedClient client, CountDownLatch done) {
        Runnable task = () -> {
            try {
                count(client);
            } finally {
                running.remove(client.name());
                done.countDown();
            }
        };
        try {
            threads.execute(task);
        } catch (RuntimeException | OutOfMemoryError e) {
            // It is closed, or the machine has no thread left.
            running.remove(client.name());
            done.countDown();
        }
    }

    private void count(ServedClient client) {
        try {
            Requests requests = client.client().requests();
            Map<Status, Double> values = new ConcurrentHashMap<>();
            for (Status status : Status.values()) {
                values.put(status, status.count(requests));
            }
            counts.put(client.name(), new Count(values, nanoTime.getAsLong()));
        } catch (RuntimeException e) {
            // A gauge that cannot be read says so. The message may quote the store.
            counts.remove(client.name());
            log.debug(
                    "The requests of client {} could not be counted: {}",
                    client.name(),
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
