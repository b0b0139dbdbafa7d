package io.github.iamsmart.simulator.persona;

/** Whether what a persona signs ought to be believed. */
public enum CertificateState {
    VALID,
    REVOKED,
    EXPIRED
}
