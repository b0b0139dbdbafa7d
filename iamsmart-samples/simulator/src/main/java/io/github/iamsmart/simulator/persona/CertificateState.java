package io.github.iamsmart.simulator.persona;

import java.util.Locale;

/** Whether a verifier should accept what a persona signs. */
public enum CertificateState {
    VALID,
    REVOKED,
    EXPIRED;

    /** The name in the control API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
