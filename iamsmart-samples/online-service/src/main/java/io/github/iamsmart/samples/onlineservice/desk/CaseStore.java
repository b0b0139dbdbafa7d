package io.github.iamsmart.samples.onlineservice.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cases on their way, in memory only: for an hour, and not too many, of which the oldest give way. Their files go with
 * them. A real desk would have a database here, encrypted. Thread-safe.
 *
 * @param <T> what is known of a case
 */
public final class CaseStore<T extends CaseStore.StoredCase> {

    static final Duration MEMORY = Duration.ofHours(1);

    private final Consumer<Stream<Path>> disposal;
    private final Clock clock;
    private final int most;
    private final Map<String, T> byId = new LinkedHashMap<>();

    /** Keeps cases without files. */
    public CaseStore(Clock clock, int most) {
        this(none -> {}, clock, most);
    }

    public CaseStore(Consumer<Stream<Path>> disposal, Clock clock, int most) {
        this.disposal = disposal;
        this.clock = clock;
        this.most = most;
    }

    /** A case, and its files. */
    public interface StoredCase {
        /** Known to the server only. */
        String id();

        Instant openedAt();

        /** All files that belong to it now. */
        default Stream<Path> files() {
            return Stream.empty();
        }
    }

    public synchronized void add(T opened) {
        forgetOldOnes();
        if (byId.size() >= most) {
            remove(byId.keySet().iterator().next());
        }
        byId.put(opened.id(), opened);
    }

    public synchronized Optional<T> find(String id) {
        forgetOldOnes();
        return Optional.ofNullable(byId.get(id));
    }

    /** Changes what is known as one step; does nothing if it has been forgotten. */
    public synchronized Optional<T> update(String id, UnaryOperator<T> change) {
        Optional<T> before = find(id);
        Optional<T> after = before.map(change);
        after.ifPresent(one -> {
            byId.put(id, one);
            Set<Path> kept = one.files().collect(Collectors.toSet());
            disposal.accept(before.stream().flatMap(StoredCase::files).filter(file -> !kept.contains(file)));
        });
        return after;
    }

    public synchronized void remove(String id) {
        disposal.accept(Stream.ofNullable(byId.remove(id)).flatMap(StoredCase::files));
    }

    private void forgetOldOnes() {
        Instant old = clock.instant().minus(MEMORY);
        List<String> forgotten = byId.values().stream()
                .filter(one -> one.openedAt().isBefore(old))
                .map(StoredCase::id)
                .toList();
        forgotten.forEach(this::remove);
    }
}
