package io.github.iamsmart.samples.onlineservice.permit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The applications, in memory only: for an hour, and not too many, of which the oldest give way. A real desk would have
 * a database here, encrypted. Thread-safe.
 */
@Component
final class PermitApplications {

    static final Duration MEMORY = Duration.ofHours(1);
    static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, PermitApplication> byId = new LinkedHashMap<>();

    PermitApplications(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(PermitApplication application) {
        forgetOldOnes();
        if (byId.size() >= MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        byId.put(application.id(), application);
    }

    synchronized Optional<PermitApplication> find(String id) {
        forgetOldOnes();
        return Optional.ofNullable(byId.get(id));
    }

    /** Changes an application as one step; does nothing if it has been forgotten. */
    synchronized Optional<PermitApplication> update(String id, UnaryOperator<PermitApplication> change) {
        Optional<PermitApplication> changed = find(id).map(change);
        changed.ifPresent(application -> byId.put(id, application));
        return changed;
    }

    synchronized void remove(String id) {
        byId.remove(id);
    }

    private void forgetOldOnes() {
        Instant old = clock.instant().minus(MEMORY);
        byId.values().removeIf(application -> application.openedAt().isBefore(old));
    }
}
