package io.github.iamsmart.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request that waits, or waited, for the user's answer.
 *
 * @param ticketId names it in {@link IamSmartSimulator#approve(String, String)} and in the control API
 * @param clientId who asks
 * @param flow {@code sign-in} and so on
 * @param state the {@code state} that the client sent
 * @param status {@code pending}, {@code approved}, {@code rejected}, {@code cancelled}, {@code failed} or
 *     {@code timed-out}
 * @param businessId of the flows that have one
 * @param personaId who answered
 * @param redirectUri where the answer goes
 * @param scopes what was asked for
 * @param source the kind of browser or app
 * @param lang {@code en-US}, {@code zh-HK} or {@code zh-CN}
 * @param createdAt when it arrived, in the simulator's time
 * @param expiresAt when it ends unanswered, in the simulator's time
 */
public record SimulatedRequest(
        String ticketId,
        String clientId,
        String flow,
        Optional<String> state,
        String status,
        Optional<String> businessId,
        Optional<String> personaId,
        URI redirectUri,
        Set<String> scopes,
        String source,
        String lang,
        Instant createdAt,
        Instant expiresAt) {}
