package io.github.iamsmart;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.gateway.connection.ProxyLogin;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.regex.Pattern;

/** Checks where a proxy is, and what it is told. */
final class ProxyAddress {

    /** A host name or IPv4 address, or an IPv6 address with its zone. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9_.-]++|\\[?+[0-9A-Fa-f.]*+:[0-9A-Fa-f:.]*+(%\\w++)?+\\]?+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private ProxyAddress() {}

    static Proxy checked(Proxy proxy) {
        // Never shown: a URL that was written in place of a host may hold a password.
        if (proxy.address() instanceof InetSocketAddress address
                && !HOST.matcher(address.getHostString()).matches()) {
            throw new ConfigurationException("The proxy's host must be a host name or an address alone, without scheme,"
                    + " user, port and path: new InetSocketAddress(\"proxy.example\", 3128).");
        }
        return proxy;
    }

    static ProxyLogin login(String username, String password) {
        if (username.isEmpty() || username.contains(":")) {
            throw new ConfigurationException(
                    "The user name for the proxy must not be empty or have a colon, which separates it from the password.");
        }
        if (CONTROL.matcher(username + password).find()) {
            throw new ConfigurationException(
                    "The user name or password for the proxy has a line break or another control character: copy it again.");
        }
        return new ProxyLogin(username, password);
    }
}
