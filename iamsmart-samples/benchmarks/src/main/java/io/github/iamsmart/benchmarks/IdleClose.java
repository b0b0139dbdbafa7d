package io.github.iamsmart.benchmarks;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.key.KekKeyPair;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Is a call lost, or sent twice, when a gateway closes idle connections? One gateway for every half second between 1
 * and 12 closes them after that time, and the client calls just before, at and just after the moment.
 *
 * <p>OkHttp alone makes the same calls, to show that the measurement sees a loss where there is one.
 */
public final class IdleClose {

    private static final int[] OFFSETS_MILLIS = {-40, -20, -10, -5, -3, -2, -1, 0, 1, 2, 3, 5, 10, 20, 40};
    private static final int CALLS_AT_ONCE = 3;

    private IdleClose() {}

    /**
     * Measures.
     *
     * @param args {@code --short} for 1, 1.5 and 2 seconds only
     * @throws ExecutionException if a measurement fails
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws ExecutionException, InterruptedException {
        long last = args.length > 0 && args[0].equals("--short") ? 2_000 : 12_000;
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Row>> rows = new ArrayList<>();
        try (LoopbackGateway answers = new LoopbackGateway(Clock.systemUTC())) {
            for (long millis = 1_000; millis <= last; millis += 500) {
                Duration idle = Duration.ofMillis(millis);
                rows.add(threads.submit(() -> row(answers, idle)));
            }
            System.exit(kept(rows) ? 0 : 1);
        }
    }

    private static boolean kept(List<Future<Row>> rows) throws ExecutionException, InterruptedException {
        System.out.println("closed after | calls | connections | lost | doubled | lost by OkHttp alone");
        int lost = 0;
        int doubled = 0;
        int lostAlone = 0;
        for (Future<Row> future : rows) {
            Row row = future.get();
            System.out.printf(
                    Locale.ROOT,
                    "%10.1f s | %5d | %11d | %4d | %7d | %d%n",
                    row.idle().toMillis() / 1_000.0,
                    row.ours().calls(),
                    row.ours().connections(),
                    row.ours().lost(),
                    row.ours().doubled(),
                    row.alone().lost());
            lost += row.ours().lost();
            doubled += row.ours().doubled();
            lostAlone += row.alone().lost();
        }
        System.out.println(lost + " lost, " + doubled + " doubled.");
        if (lostAlone == 0) {
            System.out.println("The measurement is worth nothing: it does not see a loss where there is one.");
        }
        return lost == 0 && doubled == 0 && lostAlone > 0;
    }

    private record Row(Duration idle, Count ours, Count alone) {}

    private record Count(int calls, int connections, int lost, int doubled) {}

    private static Row row(LoopbackGateway answers, Duration idle) throws ExecutionException, InterruptedException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Count> alone = other.submit(() -> alone(answers, idle));
            return new Row(idle, ours(answers, idle), alone.get());
        } finally {
            other.shutdown();
        }
    }

    private static Count ours(LoopbackGateway answers, Duration idle) throws InterruptedException {
        try (IdleGateway gateway = new IdleGateway(answers, idle);
                IamSmartClient client = IamSmartClient.builder()
                        .baseUrl(gateway.url())
                        .clientId(Material.CLIENT_ID)
                        .clientSecret(Material.SECRET)
                        .kek(KekKeyPair.of(
                                answers.kek().getPrivate(), answers.kek().getPublic()))
                        .build()) {
            return count(gateway, idle, () -> {
                try {
                    client.call(LoopbackGateway.PATH, Map.of(), String.class);
                    return true;
                } catch (IamSmartException e) {
                    return false;
                }
            });
        }
    }

    private static Count alone(LoopbackGateway answers, Duration idle) throws InterruptedException {
        OkHttpClient http =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        try (IdleGateway gateway = new IdleGateway(answers, idle)) {
            Request request = new Request.Builder()
                    .url(gateway.url() + LoopbackGateway.PATH)
                    .post(RequestBody.create(new byte[0], MediaType.get("application/json")))
                    .build();
            return count(gateway, idle, () -> {
                try (Response response = http.newCall(request).execute()) {
                    return response.body().bytes().length > 0;
                } catch (IOException e) {
                    return false;
                }
            });
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    /** A call that may be lost. */
    @FunctionalInterface
    private interface Attempt {
        boolean succeeds();
    }

    private static Count count(IdleGateway gateway, Duration idle, Attempt attempt) throws InterruptedException {
        int calls = 0;
        int lost = 0;
        for (int offset : OFFSETS_MILLIS) {
            for (int i = 0; i < CALLS_AT_ONCE; i++) {
                calls++;
                lost += attempt.succeeds() ? 0 : 1;
            }
            Thread.sleep(idle.toMillis() + offset);
            calls++;
            lost += attempt.succeeds() ? 0 : 1;
        }
        return new Count(calls, gateway.connections(), lost, Math.max(0, gateway.received() - calls));
    }
}
