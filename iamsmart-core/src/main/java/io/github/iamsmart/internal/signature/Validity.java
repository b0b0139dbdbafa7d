package io.github.iamsmart.internal.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** When certificates are valid. */
public final class Validity {

    private Validity() {}

    /**
     * {@return the instant within the certificate's validity that is nearest to a time}
     *
     * @param certificate the certificate
     * @param time the time
     */
    public static Instant within(X509Certificate certificate, Instant time) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        return time.isBefore(from) ? from : time.isAfter(until) ? until : time;
    }
}
