package io.github.iamsmart.signing.verification;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A source of revocation lists and OCSP answers. Nothing is fetched from the network unless the implementation allows
 * it. Implementations must be thread-safe.
 */
public interface RevocationSource {

    /**
     * Asks the addresses that the certificates themselves name: the OCSP responder, and for a list (CRL) if it has no
     * answer. Verification then makes network calls, of at most ten seconds each; what was found is kept for a minute.
     * The verifier's clock decides what is current.
     */
    RevocationSource NETWORK = new RevocationSource() {
        @Override
        public boolean mayUseNetwork() {
            return true;
        }
    };

    /**
     * {@return lists of revoked certificates, issued by the certificate's issuer; they are checked before use}
     *
     * @param certificate a certificate of the path
     */
    default List<X509CRL> crls(X509Certificate certificate) {
        return List.of();
    }

    /**
     * {@return the DER bytes of an OCSP responder's answer about a certificate; it is checked before use}
     *
     * @param certificate a certificate of the path
     */
    default Optional<byte[]> ocspResponse(X509Certificate certificate) {
        return Optional.empty();
    }

    /** {@return whether missing lists and answers may be fetched from the network; {@code false} unless overridden} */
    default boolean mayUseNetwork() {
        return false;
    }
}
