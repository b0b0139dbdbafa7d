package io.github.iamsmart.simulator.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A listening socket in front of an endpoint, on the JDK's HTTP server. All its threads are daemons. */
public final class SimulatorServer implements AutoCloseable {
    private static final int BACKLOG = 2048;
    private static final AtomicInteger THREADS = new AtomicInteger();

    static {
        // The JDK reads these once: without them small answers wait 40 ms for Nagle's algorithm, and the server drops
        // kept-alive connections beyond 200, which a client sees as a lost answer.
        setIfAbsent("sun.net.httpserver.nodelay", "true");
        setIfAbsent("sun.net.httpserver.maxIdleConnections", "4096");
    }

    private final HttpServer server;
    private final ExecutorService executor;

    private SimulatorServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Starts to listen.
     *
     * @param tls null for plain HTTP
     * @throws IOException the address cannot be bound
     */
    public static SimulatorServer start(InetSocketAddress address, @Nullable SSLContext tls, HttpEndpoint endpoint)
            throws IOException {
        ExecutorService executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "iamsmart-simulator-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        HttpServer server;
        if (tls == null) {
            server = HttpServer.create(address, BACKLOG);
        } else {
            HttpsServer https = HttpsServer.create(address, BACKLOG);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        }
        server.setExecutor(executor);
        server.createContext("/", new ExchangeAdapter(endpoint, tls != null));
        startOnDaemonThread(server);
        return new SimulatorServer(server, executor);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    /** The JDK's dispatcher thread takes over whether it is a daemon from the thread that starts it. */
    private static void startOnDaemonThread(HttpServer server) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        server.start();
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                },
                "iamsmart-simulator-start");
        starter.setDaemon(true);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.stop(0);
            throw new UncheckedIOException(new IOException("Interrupted while the simulator was starting.", e));
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
