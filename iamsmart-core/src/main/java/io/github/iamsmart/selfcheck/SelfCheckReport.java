package io.github.iamsmart.selfcheck;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a self-check found.
 *
 * @param at when it was made
 * @param lines its points, in the order in which they build on each other
 */
public record SelfCheckReport(Instant at, List<SelfCheckLine> lines) {

    /**
     * Keeps a copy.
     *
     * @param at when it was made
     * @param lines its points
     */
    public SelfCheckReport {
        lines = List.copyOf(lines);
    }

    /** {@return the worst status of all lines} */
    public SelfCheckStatus status() {
        return lines.stream()
                .map(SelfCheckLine::status)
                .max(Comparator.naturalOrder())
                .orElse(SelfCheckStatus.SKIPPED);
    }
}
