package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Stands between OkHttp and each connection that it has chosen, before a request is written and after an answer. */
public final class ConnectionGuard implements Interceptor {

    private static final String RETRY_AFTER = "Retry-After";
    private static final int REQUEST_TIMEOUT = 408;

    private final Connections connections;
    private final Duration keepAlive;
    private final @Nullable ProxyLogin login;

    /**
     * Creates it.
     *
     * @param connections knows the state of each
     * @param keepAlive how long a connection may be idle and still be used again
     * @param login what a proxy is told, {@code null} for nothing
     */
    public ConnectionGuard(Connections connections, Duration keepAlive, @Nullable ProxyLogin login) {
        this.connections = connections;
        this.keepAlive = keepAlive;
        this.login = login;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection());
        Attempt attempt = Objects.requireNonNull(chain.request().tag(Attempt.class));
        ConnectionState state = connections.state(connection);
        if (!state.begin(keepAlive, connection.socket(), isMultiplexed(connection))) {
            close(connection);
            throw new StaleConnectionException();
        }
        attempt.uses(state);
        Response response = chain.proceed(toldToTheProxy(chain.request(), connection.route()));
        if (response.protocol() == Protocol.HTTP_1_0 || response.code() == REQUEST_TIMEOUT) {
            // Both end the connection without having to say so.
            state.retire();
        }
        // OkHttp would act on it, and breaks where the number does not fit an int.
        attempt.answeredWith(response.headers());
        return response.header(RETRY_AFTER) == null
                ? response
                : response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    /** In the clear, the request itself goes to the proxy; a tunnel was opened with the login before. */
    private Request toldToTheProxy(Request request, Route route) {
        boolean inTheClear = route.proxy().type() == Proxy.Type.HTTP && !route.requiresTunnel();
        return login != null && inTheClear
                ? request.newBuilder()
                        .header(ProxyLogin.HEADER, login.headerValue())
                        .build()
                : request;
    }

    private static boolean isMultiplexed(Connection connection) {
        return connection.protocol() == Protocol.HTTP_2 || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
    }

    private static void close(Connection connection) {
        try {
            connection.socket().close();
        } catch (IOException e) {
            // It was not going to be used.
        }
    }
}
