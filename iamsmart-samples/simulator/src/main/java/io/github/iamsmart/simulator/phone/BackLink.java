package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.request.PendingRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/**
 * The page that the user came from, in the parameter {@code back}. It is taken only if the service has registered a URL
 * of the same origin, so that nobody can use the phone to send a browser elsewhere.
 */
final class BackLink {
    private final ClientRegistry clients;

    BackLink(ClientRegistry clients) {
        this.clients = clients;
    }

    Optional<URI> of(Parameters parameters, PendingRequest request) {
        return parameters
                .first("back")
                .flatMap(BackLink::uri)
                .filter(back -> clients.find(request.terms().clientId()).stream()
                        .flatMap(client -> client.registration().redirectUris().stream())
                        .anyMatch(registered -> sameOrigin(registered, back)));
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort()
                && Objects.isNull(other.getRawUserInfo());
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getScheme() != null && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
