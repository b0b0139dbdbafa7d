package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.internal.gateway.connection.ProxyLogin;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the client gets out: what a probe takes, too.
 *
 * @param proxy the proxy, {@code null} for the JVM's own choice
 * @param login what the proxy is told, {@code null} for nothing
 */
record ProbeRoute(@Nullable Proxy proxy, @Nullable ProxyLogin login) {

    /** {@return the proxy on the way to a host, or {@link Proxy#NO_PROXY}} This machine is reached without one. */
    Proxy to(URI url) {
        if (Hosts.isThisMachine(Hosts.of(url))) {
            return Proxy.NO_PROXY;
        }
        if (proxy != null) {
            return proxy;
        }
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null
                ? Proxy.NO_PROXY
                : selector.select(url).stream().findFirst().orElse(Proxy.NO_PROXY);
    }

    static String name(Proxy proxy) {
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "";
    }
}
