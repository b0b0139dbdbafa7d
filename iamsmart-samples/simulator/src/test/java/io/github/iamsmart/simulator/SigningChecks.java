package io.github.iamsmart.simulator;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;

/** Checks signatures as a service would, with the JDK, and with BouncyCastle for SM2. */
final class SigningChecks {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private SigningChecks() {}

    static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return read(CertificateFactory.getInstance("X.509"), der);
    }

    /** The JDK cannot read a key on the curve of SM2. */
    static X509Certificate sm2Certificate(byte[] der) throws GeneralSecurityException {
        return read(CertificateFactory.getInstance("X.509", BOUNCY_CASTLE), der);
    }

    static boolean verifies(String algorithm, PublicKey key, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = algorithm.contains("SM2")
                ? Signature.getInstance(algorithm, BOUNCY_CASTLE)
                : Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    /** GB/T 32918.2, 7.1, with the digest as e. */
    static boolean sm2DigestVerifies(PublicKey key, byte[] digest, byte[] signature) {
        ASN1Sequence numbers = ASN1Sequence.getInstance(signature);
        BigInteger r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
        BigInteger s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
        BCECPublicKey point = (BCECPublicKey) key;
        BigInteger n = point.getParameters().getN();
        BigInteger t = r.add(s).mod(n);
        ECPoint sum = point.getParameters()
                .getG()
                .multiply(s)
                .add(point.getQ().multiply(t))
                .normalize();
        BigInteger e = new BigInteger(1, digest);
        return e.add(sum.getAffineXCoord().toBigInteger()).mod(n).equals(r);
    }

    /** By the JDK, which asks the OCSP responder that the certificates name. */
    static void validate(X509Certificate user, X509Certificate issuer, String rootPem) throws Exception {
        X509Certificate root = certificate(rootPem.getBytes(StandardCharsets.US_ASCII));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(Set.of(Option.NO_FALLBACK));
        parameters.addCertPathChecker(checker);
        validator.validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(user, issuer)), parameters);
    }

    /** By BouncyCastle, which knows the curve of SM2 and fetches nothing itself. */
    static void validateByLists(X509Certificate user, X509Certificate issuer, String rootPem, List<byte[]> lists)
            throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE);
        X509Certificate root = read(factory, rootPem.getBytes(StandardCharsets.US_ASCII));
        List<CRL> crls = new ArrayList<>();
        for (byte[] list : lists) {
            crls.add(factory.generateCRL(new ByteArrayInputStream(list)));
        }
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));
        List<X509Certificate> path = List.of(user, read(factory, issuer.getEncoded()));
        CertPathValidator.getInstance("PKIX", BOUNCY_CASTLE).validate(factory.generateCertPath(path), parameters);
    }

    private static X509Certificate read(CertificateFactory factory, byte[] der) throws GeneralSecurityException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
