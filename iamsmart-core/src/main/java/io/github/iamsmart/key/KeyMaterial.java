package io.github.iamsmart.key;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private key and what was found with it, not yet checked.
 *
 * @param privateKey the private key
 * @param certificates candidates for its certificate, the most likely first; possibly a chain
 * @param publicKey a public key that was given instead of a certificate
 * @param provider the provider that the private key needs
 * @param origin where all of this came from
 */
record KeyMaterial(
        PrivateKey privateKey,
        List<X509Certificate> certificates,
        @Nullable PublicKey publicKey,
        @Nullable Provider provider,
        Origin origin) {

    @Override
    public String toString() {
        return "KeyMaterial[" + origin.description() + "]";
    }
}
