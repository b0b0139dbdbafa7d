package io.github.iamsmart.selfcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A host with callback URLs, which answers as the starter's endpoints do unless told otherwise. */
final class CallbackHost implements AutoCloseable {

    private final HttpsServer server;
    final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status;
    private volatile String location = "";

    CallbackHost(X509Certificate... chain) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(WebAuthority.identity(chain), new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Whatever is asked is answered so. */
    void answers(int newStatus, String newLocation) {
        location = newLocation;
        status = newStatus;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().keySet().stream().sorted().toList());
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
        }
        int code = status != 0 ? status : ours(exchange, path);
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    private static int ours(HttpExchange exchange, String path) {
        if (path.endsWith("/results") && !exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return 405;
        }
        if (path.endsWith("/login") && exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            return 204;
        }
        return 404;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
