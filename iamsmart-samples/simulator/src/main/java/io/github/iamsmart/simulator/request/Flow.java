package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.wire.Code;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One thing that users are asked for. A flow lives in a package of its own, with its texts, and is listed once, in the
 * simulator's {@code FlowList}.
 */
public interface Flow {

    /** What it says about itself. */
    FlowDeclaration declaration();

    /** As in {@code /control/requests}. */
    default String name() {
        return declaration().name();
    }

    /** Its server-to-server APIs. */
    List<GatewayEndpoint> endpoints();

    /**
     * The user approves.
     *
     * @return where the waiting browser goes, if one waits
     */
    Optional<URI> approved(PendingRequest request, Consent consent);

    /**
     * Somebody ends it in any other way.
     *
     * @return where the waiting browser goes, if one waits
     */
    Optional<URI> refused(PendingRequest request, Decision decision);

    /** Why the user cannot do what they have approved, if so. */
    default Optional<Code> obstacle(PendingRequest request, Consent consent) {
        return Optional.empty();
    }

    /**
     * The user has approved, and it fails all the same.
     *
     * @param reason what {@link #obstacle} said
     * @return where the waiting browser goes, if one waits
     */
    default Optional<URI> failed(PendingRequest request, Code reason) {
        return refused(request, Decision.FAIL);
    }

    /**
     * Its time runs out, and a browser notices. What the platform tells a service of an unanswered request is not
     * public, so nothing is sent.
     *
     * @return where that browser goes
     */
    default Optional<URI> expired(PendingRequest request) {
        return Optional.empty();
    }
}
