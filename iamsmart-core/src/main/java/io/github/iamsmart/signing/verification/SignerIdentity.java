package io.github.iamsmart.signing.verification;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Finds whose certificate it is. Where iAM Smart-Cert holds the HKIC, or a hash of it, is not public: take it from your
 * specification. Implementations must be safe for threads.
 */
@FunctionalInterface
public interface SignerIdentity {

    /**
     * Reads the holder's identity.
     *
     * @param certificate the signer's certificate
     * @return the hash of the holder's HKIC as {@code Hkic.hash()} writes it; empty if the certificate does not tell
     */
    Optional<String> hkicHash(X509Certificate certificate);
}
