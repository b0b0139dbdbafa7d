package io.github.iamsmart.samples.onlineservice.paper;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Papers on their way, for an hour, and not too many, of which the oldest give way. Their files go with them.
 * Thread-safe.
 *
 * @param <T> what is known of papers that belong together
 */
public final class Shelf<T extends Shelf.Folder> {

    static final Duration MEMORY = Duration.ofHours(1);

    private final PaperFiles files;
    private final Clock clock;
    private final int most;
    private final Map<String, T> byId = new LinkedHashMap<>();

    public Shelf(PaperFiles files, Clock clock, int most) {
        this.files = files;
        this.clock = clock;
        this.most = most;
    }

    /** Papers that belong together. */
    public interface Folder {
        /** Known to the server only. */
        String id();

        Instant openedAt();

        /** All files that belong to it now. */
        Stream<Path> files();
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
            files.delete(before.stream().flatMap(Folder::files).filter(file -> !kept.contains(file)));
        });
        return after;
    }

    public synchronized void remove(String id) {
        files.delete(Stream.ofNullable(byId.remove(id)).flatMap(Folder::files));
    }

    private void forgetOldOnes() {
        Instant old = clock.instant().minus(MEMORY);
        List<String> forgotten = byId.values().stream()
                .filter(one -> one.openedAt().isBefore(old))
                .map(Folder::id)
                .toList();
        forgotten.forEach(this::remove);
    }
}
