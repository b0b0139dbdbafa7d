package io.github.iamsmart.samples.onlineservice.cases;

import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All cases, in memory only: for an hour, and not too many of a kind, of which the oldest give way. Their files go with
 * them. A real service would have a database here, encrypted. Thread-safe.
 */
@Component
public final class Cases {

    static final Duration MEMORY = Duration.ofHours(1);
    static final int MOST_OF_A_KIND = 100;

    private final PaperFiles files;
    private final Clock clock;
    private final Map<String, Case> byId = new LinkedHashMap<>();

    public Cases(PaperFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Keeps a case, the newest one of its owner. */
    public synchronized <T extends Case> T add(T opened) {
        forget(one -> one.openedAt().isBefore(clock.instant().minus(MEMORY)));
        List<Case> alike = byId.values().stream()
                .filter(one -> one.getClass() == opened.getClass())
                .toList();
        if (alike.size() >= MOST_OF_A_KIND) {
            forget(alike.get(0)::equals);
        }
        byId.put(opened.id(), opened);
        return opened;
    }

    /** The newest case of a kind that belongs to a visitor. */
    public synchronized <T extends Case> Optional<T> newest(Class<T> kind, String owner, Predicate<T> which) {
        return living().filter(one -> kind.isInstance(one) && one.owner().equals(owner))
                .map(kind::cast)
                .filter(which)
                .reduce((earlier, later) -> later);
    }

    public <T extends Case> Optional<T> newest(Class<T> kind, String owner) {
        return newest(kind, owner, any -> true);
    }

    /** The case that waits for the answer to this very request. */
    public synchronized <T extends Case> Optional<T> waitingFor(Class<T> kind, RequestInfo request) {
        return living().filter(one ->
                        kind.isInstance(one) && Optional.of(one.reference()).equals(request.reference()))
                .map(kind::cast)
                .findFirst();
    }

    /** Changes what is known as one step; does nothing if it has been forgotten. */
    public synchronized <T extends Case> Optional<T> update(T known, UnaryOperator<T> change) {
        @SuppressWarnings("unchecked") // a case stays what it is
        Optional<T> before =
                living().filter(one -> one.id().equals(known.id())).findFirst().map(one -> (T) one);
        Optional<T> after = before.map(change);
        after.ifPresent(one -> {
            byId.put(one.id(), one);
            Set<Path> kept = one.files().collect(Collectors.toSet());
            files.delete(before.stream().flatMap(Case::files).filter(file -> !kept.contains(file)));
        });
        return after;
    }

    /** Forgets everything of a visitor. */
    public synchronized void forgetAllOf(String owner) {
        forget(one -> one.owner().equals(owner));
    }

    /** Forgets everything, as a restart does. */
    public synchronized void clear() {
        forget(any -> true);
    }

    private Stream<Case> living() {
        Instant old = clock.instant().minus(MEMORY);
        return byId.values().stream().filter(one -> !one.openedAt().isBefore(old));
    }

    private void forget(Predicate<Case> which) {
        List<Case> forgotten = byId.values().stream().filter(which).toList();
        forgotten.forEach(one -> byId.remove(one.id()));
        files.delete(forgotten.stream().flatMap(Case::files));
    }
}
