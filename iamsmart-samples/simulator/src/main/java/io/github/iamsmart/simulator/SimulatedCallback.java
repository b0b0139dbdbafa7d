package io.github.iamsmart.simulator;

import java.util.Optional;

/**
 * What became of the callback of a request.
 *
 * @param status {@code pending}, {@code delivered} (the service answered HTTP 200) or {@code failed}
 * @param httpStatus what the service answered, if it did
 * @param failure why it failed, in words
 */
public record SimulatedCallback(String status, Optional<Integer> httpStatus, Optional<String> failure) {

    /** It is on its way, or held back by a fault. */
    public static final SimulatedCallback PENDING =
            new SimulatedCallback("pending", Optional.empty(), Optional.empty());

    /**
     * {@return a callback that the service has answered: delivered, or failed for any status other than 200}
     *
     * @param httpStatus what it answered; 200 is what the gateway wants
     */
    public static SimulatedCallback answered(int httpStatus) {
        return httpStatus == 200
                ? new SimulatedCallback("delivered", Optional.of(httpStatus), Optional.empty())
                : new SimulatedCallback(
                        "failed", Optional.of(httpStatus), Optional.of("The service must answer HTTP 200."));
    }

    /**
     * {@return a failed callback that never got an answer}
     *
     * @param failure why, in a sentence
     */
    public static SimulatedCallback failed(String failure) {
        return new SimulatedCallback("failed", Optional.empty(), Optional.of(failure));
    }
}
