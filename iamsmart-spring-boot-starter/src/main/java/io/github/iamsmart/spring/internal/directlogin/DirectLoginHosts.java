package io.github.iamsmart.spring.internal.directlogin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of iAM Smart to which Direct Login v1 may send a browser on. Anything else would make the endpoint an
 * open redirect, which sends browsers to any address in this application's name.
 */
public final class DirectLoginHosts {

    private final URI gateway;
    private final Set<String> hosts;

    /**
     * Creates the list.
     *
     * @param gateway the base URL of the gateway, which is always on the list, with just its scheme and port
     * @param hosts further host names, which are reached by https at its usual port
     */
    public DirectLoginHosts(URI gateway, Set<String> hosts) {
        this.gateway = gateway;
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return the address if it is on the list; empty if it is missing, not an absolute URL, somewhere else, or
     * carries a user name or a fragment}
     *
     * @param address what the request asks for
     */
    Optional<URI> find(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI url = new URI(address);
            boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            return plain && (isGateway(url) || isListed(url)) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isGateway(URI url) {
        return gateway.getHost().equalsIgnoreCase(url.getHost())
                && Objects.equals(scheme(gateway), scheme(url))
                && port(gateway) == port(url);
    }

    private boolean isListed(URI url) {
        return scheme(url).equals("https")
                && port(url) == 443
                && hosts.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return scheme(url).equals("https") ? 443 : 80;
    }
}
