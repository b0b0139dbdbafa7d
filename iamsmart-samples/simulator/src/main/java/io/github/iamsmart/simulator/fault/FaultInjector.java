package io.github.iamsmart.simulator.fault;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.FaultKind.Stage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that have not happened yet. */
public final class FaultInjector {
    private static final class Active {
        private final Fault fault;
        private int left;

        private Active(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    private final List<Active> active = new ArrayList<>();

    public synchronized void inject(Fault fault) {
        active.add(new Active(fault));
    }

    /** What has not happened yet; {@code times} says how often it still will. */
    public synchronized List<Fault> active() {
        return active.stream().map(one -> one.fault.times(one.left)).toList();
    }

    public synchronized void clear() {
        active.clear();
    }

    /** The first fault of this stage that fits, which counts as having happened. */
    public Optional<Fault> take(Stage stage, String path, String clientId) {
        return take(fault -> fault.kind().stage() == stage
                && fault.path().map(path::equals).orElseGet(() -> byDefault(fault.kind(), path))
                && fault.clientId().map(clientId::equals).orElse(true));
    }

    /** A fault of this kind and of this API, which counts as having happened. */
    public Optional<Fault> take(FaultKind kind, String path, String clientId) {
        return take(fault -> fault.kind() == kind
                && fault.path().map(path::equals).orElse(true)
                && fault.clientId().map(clientId::equals).orElse(true));
    }

    /** A fault of this kind, which counts as having happened. */
    public Optional<Fault> take(FaultKind kind, String clientId) {
        return take(fault ->
                fault.kind() == kind && fault.clientId().map(clientId::equals).orElse(true));
    }

    private synchronized Optional<Fault> take(Predicate<Fault> fits) {
        Iterator<Active> all = active.iterator();
        while (all.hasNext()) {
            Active one = all.next();
            if (fits.test(one.fault)) {
                if (one.fault.times() > 0 && --one.left == 0) {
                    all.remove();
                }
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    private static boolean byDefault(FaultKind kind, String path) {
        boolean keyApi = path.startsWith("/security/");
        return switch (kind) {
            case KEY_API_DOWN -> keyApi;
            case CEK_REVOKED -> !keyApi;
            default -> true;
        };
    }
}
