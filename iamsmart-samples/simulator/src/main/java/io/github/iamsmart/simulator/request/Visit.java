package io.github.iamsmart.simulator.request;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser asked getQR for, on behalf of a request.
 *
 * @param redirectUri where it comes back to, if that is known
 * @param sameDevice whether it is on the device that holds the app
 */
public record Visit(Optional<URI> redirectUri, Optional<String> state, Set<String> scopes, boolean sameDevice) {}
