package io.github.iamsmart.simulator.console;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.simulator.journal.Journal;
import java.util.List;
import java.util.Objects;

/** A short text that is another one whenever the console would show something else. */
final class StateMark {
    /** Older requests have ended long ago. */
    private static final int NEWEST = 200;

    private final IamSmartSimulator simulator;
    private final Journal journal;
    private final ControlCalls control;

    StateMark(IamSmartSimulator simulator, Journal journal, ControlCalls control) {
        this.simulator = simulator;
        this.journal = journal;
        this.control = control;
    }

    String now() {
        List<SimulatedRequest> requests = simulator.requests();
        int requestMark = requests.subList(Math.max(0, requests.size() - NEWEST), requests.size()).stream()
                .mapToInt(one -> Objects.hash(one.ticketId(), one.status(), one.callback(), one.bulkSigning()))
                .reduce(requests.size(), (mark, one) -> 31 * mark + one);
        int setUp = Objects.hash(
                simulator.faults(),
                control.get("/control/clients").toString(),
                control.get("/control/personas").toString());
        return Long.toHexString(journal.version()) + "-" + Integer.toHexString(requestMark) + "-"
                + Integer.toHexString(setUp);
    }
}
