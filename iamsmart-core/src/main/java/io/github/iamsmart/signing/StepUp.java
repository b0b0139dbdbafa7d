package io.github.iamsmart.signing;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A further check of the user before signing [D]. It needs the scope {@code eidapi_sua}. Immutable.
 *
 * @param method what the user has to do
 * @param waitingPeriod only accounts younger than this are checked, or than the gateway's own period where that is
 *     longer [D]; empty if the gateway decides
 */
public record StepUp(Method method, Optional<Duration> waitingPeriod) implements Serializable {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** What the user has to do. */
    public enum Method {
        /** Show their face: {@code FR}. */
        FACE("{\"unary\":[\"FR\"]}"),
        /** Hold their identity card to the phone: {@code NFC}. */
        CARD("{\"unary\":[\"NFC\"]}"),
        /** Both of them. */
        FACE_AND_CARD("{\"and\":[\"FR\",\"NFC\"]}");

        private final String json;

        Method(String json) {
            this.json = json;
        }

        /** {@return the method on the wire, itself a JSON text [D], for example <code>{"unary":["FR"]}</code>} */
        public String value() {
            return json;
        }
    }

    /**
     * Checks the period.
     *
     * @param method what the user has to do
     * @param waitingPeriod 0 to 720 whole hours
     * @throws InvalidRequestException if the period is out of range
     */
    public StepUp {
        if (waitingPeriod.filter(period -> !isAllowed(period)).isPresent()) {
            throw new InvalidRequestException("The waiting period of a step-up has 0 to " + LONGEST.toHours()
                    + " whole hours, not " + waitingPeriod.get() + ".");
        }
    }

    private static boolean isAllowed(Duration period) {
        return !period.isNegative()
                && period.compareTo(LONGEST) <= 0
                && period.equals(Duration.ofHours(period.toHours()));
    }

    /**
     * {@return a check without a waiting period}
     *
     * @param method what the user has to do
     */
    public static StepUp by(Method method) {
        return new StepUp(method, Optional.empty());
    }

    /**
     * {@return a copy with a waiting period}
     *
     * @param period 0 to 720 whole hours since the account was created [D]
     * @throws InvalidRequestException if the period is out of range
     */
    public StepUp within(Duration period) {
        return new StepUp(method, Optional.of(period));
    }

    /** An {@code Optional} is not serializable. */
    private Object writeReplace() {
        return new Serialized(method, waitingPeriod.orElse(null));
    }

    private record Serialized(Method method, @Nullable Duration waitingPeriod) implements Serializable {

        private Object readResolve() {
            return new StepUp(method, Optional.ofNullable(waitingPeriod));
        }
    }
}
