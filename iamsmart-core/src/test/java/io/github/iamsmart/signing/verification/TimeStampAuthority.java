package io.github.iamsmart.signing.verification;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Somebody who says that content existed at a time (RFC 3161). */
public final class TimeStampAuthority {

    private final KeyPair keys = TestAuthority.rsaKeys();
    private final X509Certificate certificate;

    public TimeStampAuthority(TestAuthority issuer) {
        this.certificate = issuer.timeStamper(keys.getPublic());
    }

    public byte[] stamp(byte[] content, Instant at) throws Exception {
        return stamp(TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(content), at, keys);
    }

    /** Stamps by a weak hash. */
    public byte[] stampWeakly(byte[] content, Instant at) throws Exception {
        return stamp(TSPAlgorithms.SHA1, MessageDigest.getInstance("SHA-1").digest(content), at, keys);
    }

    /** Stamps with a key that is not that of the certificate. */
    public byte[] forge(byte[] content, Instant at) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
        return stamp(TSPAlgorithms.SHA256, hash, at, TestAuthority.rsaKeys());
    }

    private byte[] stamp(ASN1ObjectIdentifier algorithm, byte[] hash, Instant at, KeyPair by) throws Exception {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(algorithm, hash);
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", by.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return tokens.generate(request, BigInteger.ONE, Date.from(at)).getEncoded();
    }
}
