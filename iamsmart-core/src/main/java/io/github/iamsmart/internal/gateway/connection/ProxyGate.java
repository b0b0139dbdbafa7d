package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Objects;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to the proxy with the request that opens a tunnel, unasked; a proxy that asks all the same has refused.
 *
 * <p>OkHttp asks it for requests to a proxy only.
 */
public final class ProxyGate implements Authenticator {

    private static final String NOT_ASKED_YET = "OkHttp-Preemptive";

    private final @Nullable ProxyLogin login;

    /**
     * Creates it.
     *
     * @param login what a proxy is told, {@code null} for nothing
     */
    public ProxyGate(@Nullable ProxyLogin login) {
        this.login = login;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        List<String> schemes =
                response.challenges().stream().map(Challenge::scheme).toList();
        if (schemes.stream().anyMatch(NOT_ASKED_YET::equalsIgnoreCase)) {
            return login == null
                    ? null
                    : response.request()
                            .newBuilder()
                            .header(ProxyLogin.HEADER, login.headerValue())
                            .build();
        }
        throw new ProxyRefusedException(problem(name(Objects.requireNonNull(route)), schemes));
    }

    private String problem(String proxy, List<String> schemes) {
        if (!schemes.isEmpty() && schemes.stream().noneMatch("Basic"::equalsIgnoreCase)) {
            return "The proxy " + proxy
                    + " asks for a login other than Basic, the only one that this client knows (HTTP"
                    + " 407): let it accept Basic, or let this machine through without a login.";
        }
        return login == null
                ? "The proxy " + proxy + " asks for a user name and password (HTTP 407): set proxyCredentials,"
                        + " iamsmart.proxy.username and iamsmart.proxy.password."
                : "The proxy " + proxy + " refused the user name and password (HTTP 407): check proxyCredentials,"
                        + " iamsmart.proxy.username and iamsmart.proxy.password.";
    }

    private static String name(Route route) {
        SocketAddress address = route.proxy().address();
        return address instanceof InetSocketAddress inet ? inet.getHostString() + ":" + inet.getPort() : "";
    }
}
