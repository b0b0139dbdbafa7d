package io.github.iamsmart.signing.verification;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Where it is known whether certificates were revoked. Unless an implementation says that it may, nothing is fetched
 * from the network. Implementations must be safe for threads.
 */
public interface RevocationSource {

    /**
     * Asks the addresses that the certificates themselves name, by OCSP and for lists (CRL). Verification then makes
     * calls of the JDK's own, which know nothing of this client's proxy, time-outs and clock.
     */
    RevocationSource NETWORK = new RevocationSource() {
        @Override
        public boolean mayUseNetwork() {
            return true;
        }
    };

    /**
     * Returns lists of revoked certificates.
     *
     * @param certificate a certificate of the path
     * @return lists of its issuer, which are checked before they are believed
     */
    default List<X509CRL> crls(X509Certificate certificate) {
        return List.of();
    }

    /**
     * Returns an answer of an OCSP responder.
     *
     * @param certificate a certificate of the path
     * @return the DER bytes of an answer about it, which is checked before it is believed
     */
    default Optional<byte[]> ocspResponse(X509Certificate certificate) {
        return Optional.empty();
    }

    /**
     * Returns whether what is missing may be fetched.
     *
     * @return {@code false} unless overridden
     */
    default boolean mayUseNetwork() {
        return false;
    }
}
