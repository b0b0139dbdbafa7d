package io.github.iamsmart.simulator.persona;

import java.util.Locale;

/** Whether what a persona signs ought to be believed. */
public enum CertificateState {
    VALID,
    REVOKED,
    EXPIRED;

    /** The name in the control API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
