package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault that the simulator shall show. Immutable:
 * {@code Fault.of(FaultKind.ERROR_CODE).onPath("/auth/getToken").times(3)}.
 *
 * @param kind what happens
 * @param path the only API it happens to, below {@code /api/v1}; empty for all
 * @param clientId the only client it happens to; empty for all
 * @param times how often; 0 = until cleared
 * @param code for {@link FaultKind#ERROR_CODE}, {@link FaultKind#CALLBACK_ERROR_CODE} and
 *     {@link FaultKind#STEP_UP_FAILED}
 * @param httpStatus for {@link FaultKind#HTML_ERROR}
 * @param delay for the kinds that wait
 */
public record Fault(
        FaultKind kind,
        Optional<String> path,
        Optional<String> clientId,
        int times,
        Optional<String> code,
        Optional<Integer> httpStatus,
        Optional<Duration> delay) {

    /**
     * Checks the values.
     *
     * @throws SimulatorException of kind INVALID
     */
    public Fault {
        if (times < 0) {
            throw new SimulatorException(Kind.INVALID, "times must be 0 (until cleared) or more.");
        }
        if (delay.isPresent() && delay.get().isNegative()) {
            throw new SimulatorException(Kind.INVALID, "delay must not be negative.");
        }
        if (httpStatus.isPresent() && (httpStatus.get() < 400 || httpStatus.get() > 599)) {
            throw new SimulatorException(Kind.INVALID, "httpStatus must be between 400 and 599.");
        }
        if (path.isPresent() && !path.get().startsWith("/")) {
            throw new SimulatorException(Kind.INVALID, "path must begin with a slash, for example /auth/getToken.");
        }
        path = path.map(text -> text.startsWith("/api/v1/") ? text.substring("/api/v1".length()) : text);
    }

    /**
     * {@return a fault of this kind, for every API and client, as often as is usual for the kind}
     *
     * @param kind what happens
     */
    public static Fault of(FaultKind kind) {
        return new Fault(
                kind,
                Optional.empty(),
                Optional.empty(),
                kind.defaultTimes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * {@return the same fault, on this API only}
     *
     * @param api for example {@code /auth/getToken}
     */
    public Fault onPath(String api) {
        return new Fault(kind, Optional.of(api), clientId, times, code, httpStatus, delay);
    }

    /**
     * {@return the same fault, for this client only}
     *
     * @param client its id
     */
    public Fault forClient(String client) {
        return new Fault(kind, path, Optional.of(client), times, code, httpStatus, delay);
    }

    /**
     * {@return the same fault, so often}
     *
     * @param count 0 = until cleared
     */
    public Fault times(int count) {
        return new Fault(kind, path, clientId, count, code, httpStatus, delay);
    }

    /**
     * {@return the same fault, with this code of the gateway}
     *
     * @param errorCode for example {@code D20000}; any text
     */
    public Fault code(String errorCode) {
        return new Fault(kind, path, clientId, times, Optional.of(errorCode), httpStatus, delay);
    }

    /**
     * {@return the same fault, with this HTTP status}
     *
     * @param status 400 to 599
     */
    public Fault httpStatus(int status) {
        return new Fault(kind, path, clientId, times, code, Optional.of(status), delay);
    }

    /**
     * {@return the same fault, with this delay}
     *
     * @param wait how long
     */
    public Fault delay(Duration wait) {
        return new Fault(kind, path, clientId, times, code, httpStatus, Optional.of(wait));
    }
}
