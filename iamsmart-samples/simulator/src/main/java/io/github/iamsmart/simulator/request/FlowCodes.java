package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.wire.Code;
import java.util.List;
import java.util.stream.Stream;

/**
 * The codes of a flow.
 *
 * @param cancelled the user closes the request
 * @param rejected the user refuses
 * @param failed without a reason given
 * @param timedOut the user does not answer in time
 * @param others that this flow answers beside these
 */
public record FlowCodes(Code cancelled, Code rejected, Code failed, Code timedOut, List<Code> others) {

    public FlowCodes {
        others = List.copyOf(others);
    }

    public static FlowCodes of(Code cancelled, Code rejected, Code failed, Code timedOut, Code... others) {
        return new FlowCodes(cancelled, rejected, failed, timedOut, List.of(others));
    }

    /** {@return these codes and more} */
    public FlowCodes and(List<Code> more) {
        return new FlowCodes(
                cancelled,
                rejected,
                failed,
                timedOut,
                Stream.concat(others.stream(), more.stream()).toList());
    }

    /** For a flow without a code for a user who closes the request: they count as one who refuses. */
    public static FlowCodes withoutCancelled(Code rejected, Code failed, Code timedOut) {
        return of(rejected, rejected, failed, timedOut);
    }

    /** {@return the code that tells this ending} */
    public Code of(Decision refusal) {
        return switch (refusal) {
            case CANCEL -> cancelled;
            case REJECT -> rejected;
            case TIMEOUT -> timedOut;
            default -> failed;
        };
    }

    public List<Code> all() {
        return Stream.concat(Stream.of(cancelled, rejected, failed, timedOut), others.stream())
                .toList();
    }
}
