package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ConfigurationException;
import java.time.Duration;
import java.util.Optional;

/**
 * A further check of the user before he signs [D]. Whoever asks for it needs the scope {@code eidapi_sua}. Immutable.
 *
 * @param method what the user has to do
 * @param waitingPeriod only accounts that are younger than this are checked; empty if the gateway is to decide
 */
public record StepUp(Method method, Optional<Duration> waitingPeriod) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** What the user has to do. */
    public enum Method {
        /** Show his face: {@code FR}. */
        FACE("{\"unary\":[\"FR\"]}"),
        /** Hold his identity card to the phone: {@code NFC}. */
        CARD("{\"unary\":[\"NFC\"]}"),
        /** Both of them. */
        FACE_AND_CARD("{\"and\":[\"FR\",\"NFC\"]}");

        private final String json;

        Method(String json) {
            this.json = json;
        }

        /**
         * Returns the method as it stands on the wire, itself a JSON text [D].
         *
         * @return for example <code>{"unary":["FR"]}</code>
         */
        public String value() {
            return json;
        }
    }

    /**
     * Checks the period.
     *
     * @param method what the user has to do
     * @param waitingPeriod 0 to 720 whole hours
     * @throws ConfigurationException if the period is another one
     */
    public StepUp {
        if (waitingPeriod.filter(period -> !isAllowed(period)).isPresent()) {
            throw new ConfigurationException("The waiting period of a step-up has 0 to " + LONGEST.toHours()
                    + " whole hours, not " + waitingPeriod.get() + ".");
        }
    }

    private static boolean isAllowed(Duration period) {
        return !period.isNegative()
                && period.compareTo(LONGEST) <= 0
                && period.equals(Duration.ofHours(period.toHours()));
    }

    /**
     * Asks for a check, whatever the age of the account says.
     *
     * @param method what the user has to do
     * @return the check
     */
    public static StepUp by(Method method) {
        return new StepUp(method, Optional.empty());
    }

    /**
     * Returns this check with a waiting period.
     *
     * @param period 0 to 720 whole hours since the account was made [D]
     * @return a copy
     * @throws ConfigurationException if the period is another one
     */
    public StepUp within(Duration period) {
        return new StepUp(method, Optional.of(period));
    }

    void write(ObjectNode body, StepUpFields fields) {
        body.put(fields.method(), method.value());
        waitingPeriod.ifPresent(period -> body.put(fields.waitingPeriod(), period.toHours()));
    }
}
