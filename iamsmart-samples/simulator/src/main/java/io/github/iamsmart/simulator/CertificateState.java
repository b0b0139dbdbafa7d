package io.github.iamsmart.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a verifier should accept what a persona signs. */
public enum CertificateState {
    /** It should. */
    VALID,
    /** The certificate was revoked the day before the simulator started. */
    REVOKED,
    /** The certificate expired 30 days before the simulator started. */
    EXPIRED;

    /** {@return the name in the control API: lower case} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the state of this name, if there is one}
     *
     * @param wireName as in {@link #wireName()}
     */
    public static Optional<CertificateState> of(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }
}
