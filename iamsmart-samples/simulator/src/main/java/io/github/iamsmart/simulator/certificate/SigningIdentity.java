package io.github.iamsmart.simulator.certificate;

import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** What a user signs with. */
public final class SigningIdentity {
    private final PrivateKey key;
    private final List<X509CertificateHolder> chain;

    SigningIdentity(PrivateKey key, List<X509CertificateHolder> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    public PrivateKey key() {
        return key;
    }

    /** The user's own. */
    public X509CertificateHolder certificate() {
        return chain.get(0);
    }

    /** From the user's own to the root. */
    public List<X509CertificateHolder> chain() {
        return chain;
    }
}
