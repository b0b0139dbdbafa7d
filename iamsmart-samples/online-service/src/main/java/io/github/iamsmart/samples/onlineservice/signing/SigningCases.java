package io.github.iamsmart.samples.onlineservice.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The papers that are signed, for an hour, and not too many, of which the oldest give way. Thread-safe. */
@Component
final class SigningCases {

    static final Duration MEMORY = Duration.ofHours(1);
    static final int MOST = 200;

    private final SigningFiles files;
    private final Clock clock;
    private final Map<String, SigningCase> byId = new LinkedHashMap<>();

    SigningCases(SigningFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    synchronized void add(SigningCase opened) {
        forgetOldOnes();
        if (byId.size() >= MOST) {
            remove(byId.keySet().iterator().next());
        }
        byId.put(opened.id(), opened);
    }

    synchronized Optional<SigningCase> find(String id) {
        forgetOldOnes();
        return Optional.ofNullable(byId.get(id));
    }

    /** Changes a case as one step; does nothing if it has been forgotten. */
    synchronized Optional<SigningCase> update(String id, UnaryOperator<SigningCase> change) {
        Optional<SigningCase> before = find(id);
        Optional<SigningCase> after = before.map(change);
        after.ifPresent(one -> {
            byId.put(id, one);
            List<?> kept = one.files().toList();
            files.delete(before.stream().flatMap(SigningCase::files).filter(file -> !kept.contains(file)));
        });
        return after;
    }

    synchronized void remove(String id) {
        files.delete(Stream.ofNullable(byId.remove(id)).flatMap(SigningCase::files));
    }

    private void forgetOldOnes() {
        Instant old = clock.instant().minus(MEMORY);
        List<String> forgotten = byId.values().stream()
                .filter(one -> one.openedAt().isBefore(old))
                .map(SigningCase::id)
                .toList();
        forgotten.forEach(this::remove);
    }
}
