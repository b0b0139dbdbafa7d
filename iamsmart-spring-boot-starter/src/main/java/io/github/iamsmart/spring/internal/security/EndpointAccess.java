package io.github.iamsmart.spring.internal.security;

import java.util.List;

/**
 * Which endpoints of the starter everybody can call.
 *
 * @param all of all clients
 */
public record EndpointAccess(List<ServedEndpoint> all) {

    /**
     * Keeps a copy.
     *
     * @param all of all clients
     */
    public EndpointAccess {
        all = List.copyOf(all);
    }

    /** {@return what matches requests to any of them} */
    public EndpointRequestMatcher any() {
        return new EndpointRequestMatcher(all);
    }

    /** {@return what matches requests to those that servers and apps call} */
    public EndpointRequestMatcher forServers() {
        return new EndpointRequestMatcher(
                all.stream().filter(ServedEndpoint::isForServers).toList());
    }
}
