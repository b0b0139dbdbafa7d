package io.github.iamsmart.simulator.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;

/** The two upper levels: a root, and below it the one that issues the users' certificates. */
record Hierarchy(Issuer root, Issuer intermediate) {
    private static final X500Name ROOT =
            new X500Name("CN=iAM Smart simulator signing root,O=Not a real authority,C=HK");
    private static final X500Name INTERMEDIATE =
            new X500Name("CN=iAM Smart simulator signing CA,O=Not a real authority,C=HK");
    private static final BigInteger ROOT_SERIAL = BigInteger.ONE;
    static final BigInteger INTERMEDIATE_SERIAL = BigInteger.TWO;

    /** Older than any certificate below, the expired one too, and good for as long as a test may move the time. */
    private static final Duration AGE = Duration.ofDays(5 * 365);

    private static final Duration LIFE = Duration.ofDays(25 * 365);

    static Hierarchy make(Instant start, Addresses addresses) {
        Instant notBefore = start.minus(AGE);
        Instant notAfter = notBefore.plus(LIFE);
        KeyPair rootKeys = Issuer.keys();
        X509CertificateHolder rootCertificate = new CertificateDraft(
                        ROOT, ROOT_SERIAL, notBefore, notAfter, ROOT, Issuer.publicKey(rootKeys))
                .ofAnAuthority()
                .sign(Issuer.signer(rootKeys.getPrivate()));
        Issuer root = new Issuer(rootKeys.getPrivate(), rootCertificate);
        KeyPair keys = Issuer.keys();
        X509CertificateHolder certificate = new CertificateDraft(
                        ROOT, INTERMEDIATE_SERIAL, notBefore, notAfter, INTERMEDIATE, Issuer.publicKey(keys))
                .ofAnAuthority()
                .below(root, addresses.rootCrl(), addresses.ocsp(), addresses.root())
                .sign(root.signer());
        return new Hierarchy(root, new Issuer(keys.getPrivate(), certificate));
    }

    @Override
    public String toString() {
        return "Hierarchy[" + ROOT + "]";
    }
}
