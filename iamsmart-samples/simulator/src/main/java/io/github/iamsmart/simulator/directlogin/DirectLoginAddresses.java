package io.github.iamsmart.simulator.directlogin;

import io.github.iamsmart.simulator.ClientRegistration;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that a service has for Direct Login. How the portal keeps them is not public [?]; here they are among
 * the redirect URIs and known by how their paths end.
 */
public record DirectLoginAddresses(List<URI> stateAddresses, List<URI> callbacks, Optional<URI> landing) {
    private static final String CALLBACK = "/callback/direct-login";
    private static final String STATE_ADDRESS = "/direct-login";
    private static final String LOGIN = "/login";

    public static DirectLoginAddresses of(ClientRegistration registration) {
        List<URI> all = registration.redirectUris().stream()
                .sorted(Comparator.comparing(URI::toString))
                .toList();
        List<URI> others = all.stream().filter(uri -> !ends(uri, STATE_ADDRESS)).toList();
        return new DirectLoginAddresses(
                all.stream()
                        .filter(uri -> ends(uri, STATE_ADDRESS) && !ends(uri, CALLBACK))
                        .toList(),
                all.stream().filter(uri -> ends(uri, CALLBACK)).toList(),
                others.stream()
                        .filter(uri -> ends(uri, LOGIN))
                        .findFirst()
                        .or(() -> others.stream().findFirst()));
    }

    private static boolean ends(URI uri, String ending) {
        return uri.getPath() != null && uri.getPath().endsWith(ending);
    }
}
