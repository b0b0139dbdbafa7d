package io.github.iamsmart.simulator.signin;

import java.time.Instant;
import java.util.Set;

/** What a user allowed a client. */
public record Grant(String clientId, String personaId, Set<String> scopes, Instant grantedAt) {}
