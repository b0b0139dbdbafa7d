package io.github.iamsmart.simulator.fault;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.FaultKind.Stage;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that have not happened yet. */
public final class FaultInjector {
    private static final int CAPACITY = 1_000;

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
        check(active.size() + 1);
        active.add(new Active(fault));
    }

    /** Says whether there is room for so many. */
    public void check(Collection<Fault> faults) {
        check(faults.size());
    }

    private static void check(int count) {
        if (count > CAPACITY) {
            throw new SimulatorException(
                    Kind.INVALID, "There can be " + CAPACITY + " faults at a time; switch some off.");
        }
    }

    /** Puts it in the place of those of its kind, path and client. */
    public synchronized void switchOn(Fault fault) {
        switchOff(fault);
        inject(fault);
    }

    /** Removes those of its kind, path and client. */
    public synchronized void switchOff(Fault like) {
        active.removeIf(one -> one.fault.kind() == like.kind()
                && one.fault.path().equals(like.path())
                && one.fault.clientId().equals(like.clientId()));
    }

    public synchronized void clear(FaultKind kind) {
        active.removeIf(one -> one.fault.kind() == kind);
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
