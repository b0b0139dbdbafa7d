package io.github.iamsmart.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits, or waited, for the user's answer.
 *
 * @param ticketId names it in {@link IamSmartSimulator#approve(String, Approval)} and in the control API
 * @param clientId who asks
 * @param flow the name of the flow, such as {@code sign-in}, {@code profile} or {@code anonymous-form-filling}
 * @param state the {@code state} that the client sent
 * @param status {@code pending}, {@code approved}, {@code rejected}, {@code cancelled}, {@code failed} or
 *     {@code timed-out}
 * @param businessId of the flows that have one
 * @param personaId whose request it is, or who answered
 * @param redirectUri where the answer goes; {@code null} for an anonymous request that leaves it to the browser
 * @param scopes what was asked for
 * @param fields wire names of the fields that were asked for
 * @param source the kind of browser or app; {@code null} likewise
 * @param lang {@code en-US}, {@code zh-HK} or {@code zh-CN}
 * @param createdAt when it arrived, in the simulator's time
 * @param expiresAt when it ends unanswered, in the simulator's time
 * @param callback of the flows that end in one: from the user's answer on; of a bulk signing it is pending until the
 *     last one was sent, and then tells of the first one that failed, if one did
 * @param identificationCode the four digits that the phone shows before somebody signs
 * @param acknowledged what the service made of a signature: {@code SR001}, {@code SR002} or {@code SR003}; empty until
 *     it has said so
 * @param bulkSigning how far a bulk signing is
 */
public record SimulatedRequest(
        String ticketId,
        String clientId,
        String flow,
        Optional<String> state,
        String status,
        Optional<String> businessId,
        Optional<String> personaId,
        @Nullable URI redirectUri,
        Set<String> scopes,
        List<String> fields,
        @Nullable String source,
        String lang,
        Instant createdAt,
        Instant expiresAt,
        Optional<SimulatedCallback> callback,
        Optional<String> identificationCode,
        Optional<String> acknowledged,
        Optional<SimulatedBulkSigning> bulkSigning) {}
