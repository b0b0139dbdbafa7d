package io.github.iamsmart.simulator.callback;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.callback.Callback.Shape;
import io.github.iamsmart.simulator.fault.FaultInjector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults of one callback. */
final class CallbackFaults {
    private final FaultInjector faults;
    private final Callback callback;
    private final List<FaultKind> shown = new ArrayList<>();

    CallbackFaults(FaultInjector faults, Callback callback) {
        this.faults = faults;
        this.callback = callback;
        this.shown.addAll(callback.shown());
    }

    Optional<Fault> take(FaultKind kind) {
        boolean spared = callback.shape() == Shape.TOKEN && kind != FaultKind.BULK_TOKEN_DROP;
        if (spared) {
            return Optional.empty();
        }
        Optional<Fault> fault = faults.take(kind, callback.path(), callback.clientId());
        fault.ifPresent(one -> shown.add(kind));
        return fault;
    }

    boolean has(FaultKind kind) {
        return take(kind).isPresent();
    }

    /** Those so far. */
    List<FaultKind> shown() {
        return List.copyOf(shown);
    }
}
