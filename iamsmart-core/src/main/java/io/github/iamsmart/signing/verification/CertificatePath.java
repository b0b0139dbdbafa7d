package io.github.iamsmart.signing.verification;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The way from a signer to a trust anchor.
 *
 * @param finding its row
 * @param certificates from the signer's up to the trust anchor, both included; only one if the signer is the anchor,
 *     and none if there is no way
 */
record CertificatePath(Finding finding, List<X509Certificate> certificates) {

    static CertificatePath none(Finding finding) {
        return new CertificatePath(finding, List.of());
    }

    boolean found() {
        return !certificates.isEmpty();
    }
}
