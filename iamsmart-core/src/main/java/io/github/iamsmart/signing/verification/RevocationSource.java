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
     * Uses the addresses that the certificates themselves name, for OCSP and for lists (CRL). Verification then makes
     * network calls through the JDK, which ignore this client's proxy, timeouts and clock.
     *
     * <p>It does not work for SM2 certificates: the JDK does not know their curve, and BouncyCastle, which checks them,
     * does not fetch lists by itself. {@link Check#REVOCATION} then ends with "cannot be shown", and the signature is
     * not accepted. Supply lists for them with {@link #crls}.
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
