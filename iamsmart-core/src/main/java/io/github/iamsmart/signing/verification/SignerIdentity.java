package io.github.iamsmart.signing.verification;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Identifies the holder of a certificate. Where iAM Smart-Cert holds the HKIC, or a hash of it, is not public: take it
 * from your specification. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface SignerIdentity {

    /**
     * {@return the hash of the holder's HKIC in the form of {@code Hkic.hash()}; empty if the certificate does not
     * contain it}
     *
     * @param certificate the signer's certificate
     */
    Optional<String> hkicHash(X509Certificate certificate);
}
