package io.github.iamsmart.simulator;

import java.net.URI;
import java.util.Optional;

/**
 * What came of the user's answer. {@link #toString()} shows no authorization code.
 *
 * @param ticketId of the request
 * @param status as in {@link SimulatedRequest#status()}
 * @param redirect where the browser goes now, with {@code code} or {@code error_code}; empty when no browser waits
 */
public record Outcome(String ticketId, String status, Optional<URI> redirect) {
    @Override
    public String toString() {
        return "Outcome[ticketId=" + ticketId + ", status=" + status + ", redirect="
                + redirect.map(uri -> uri.getScheme() + "://" + uri.getAuthority() + uri.getPath() + "?***") + "]";
    }
}
