package io.github.iamsmart.simulator.callback;

import io.github.iamsmart.simulator.SimulatedCallback;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One POST to the service, never repeated: retries of the platform are not documented. */
final class CallbackPost {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    /** Shorter than any server keeps an idle connection open. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Executor executor;
    private final LongSupplier nanoTime;
    private @Nullable HttpClient http;
    private long lastUsed;

    CallbackPost(Executor executor) {
        this(executor, System::nanoTime);
    }

    CallbackPost(Executor executor, LongSupplier nanoTime) {
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    Delivery send(URI target, CallbackMessage message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", message.contentType())
                .POST(BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        AnswerBeginning beginning = new AnswerBeginning();
        try {
            HttpResponse<?> answer = http().send(request.build(), BodyHandlers.ofByteArrayConsumer(beginning));
            return new Delivery(
                    SimulatedCallback.answered(answer.statusCode()),
                    answer.headers().map(),
                    beginning.bytes());
        } catch (IOException e) {
            return Delivery.failed(explain(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.failed("The simulator was closed meanwhile.");
        }
    }

    /**
     * Made when it is first needed, because it starts a thread; and anew after a pause, with connections of its own: a
     * server may be closing one that was idle, and what is posted on it would be lost.
     */
    private synchronized HttpClient http() {
        HttpClient client = http;
        long now = nanoTime.getAsLong();
        if (client == null || now - lastUsed > LONGEST_PAUSE.toNanos()) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(executor)
                    .build();
            http = client;
        }
        lastUsed = now;
        return client;
    }

    private static String explain(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "The service did not answer within " + ANSWER_TIMEOUT.toSeconds() + " s.";
        }
        if (e instanceof ConnectException) {
            return "Nothing listens at the address of the callback, or its host is not known.";
        }
        if (e instanceof SSLException) {
            return "TLS with the service failed: " + e.getMessage();
        }
        return "The connection broke before the service had answered.";
    }
}
