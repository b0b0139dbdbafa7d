package io.github.iamsmart.simulator.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a user allowed a client.
 *
 * @param sameDevice whether the user signed in on the device that holds the app
 * @param ticketId the one anonymous request that this is for; empty after a sign-in
 */
public record Grant(
        String clientId,
        String personaId,
        Set<String> scopes,
        boolean sameDevice,
        Optional<String> ticketId,
        Instant grantedAt) {

    Grant at(Instant moment) {
        return new Grant(clientId, personaId, scopes, sameDevice, ticketId, moment);
    }
}
