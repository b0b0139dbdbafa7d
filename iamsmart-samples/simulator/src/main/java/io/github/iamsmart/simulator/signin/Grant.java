package io.github.iamsmart.simulator.signin;

import java.time.Instant;
import java.util.Set;

/**
 * What a user allowed a client.
 *
 * @param sameDevice whether the user signed in on the device that holds the app
 */
public record Grant(String clientId, String personaId, Set<String> scopes, boolean sameDevice, Instant grantedAt) {

    Grant at(Instant moment) {
        return new Grant(clientId, personaId, scopes, sameDevice, moment);
    }
}
