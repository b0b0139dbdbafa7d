package io.github.iamsmart.simulator.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

/** A list of revoked certificates, as it stands now. */
final class RevocationList {
    static final int REASON = CRLReason.keyCompromise;

    private static final Duration VALIDITY = Duration.ofHours(1);

    private RevocationList() {}

    static byte[] der(Issuer issuer, Instant now, Set<BigInteger> revoked, Instant revokedAt) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(issuer.certificate().getSubject(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(VALIDITY)));
        revoked.forEach(serial -> list.addCRLEntry(serial, Date.from(revokedAt), REASON));
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new BcX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(issuer.certificate().getSubjectPublicKeyInfo()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            return list.build(issuer.signer()).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("The simulator could not write its list of revocations.", e);
        }
    }
}
