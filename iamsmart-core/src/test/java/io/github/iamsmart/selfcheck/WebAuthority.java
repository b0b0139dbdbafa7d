package io.github.iamsmart.selfcheck;

import io.github.iamsmart.TestKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for the TLS certificates of hosts: a root and an intermediate. */
final class WebAuthority {

    private static final KeyPair ROOT_KEY = TestKeys.generate();
    private static final KeyPair INTERMEDIATE_KEY = TestKeys.generate();
    static final KeyPair HOST_KEY = TestKeys.generate();

    private final AtomicLong serial = new AtomicLong(1);
    private final Instant now;
    private final X500Name intermediateName;
    final X509Certificate root;
    final X509Certificate intermediate;

    WebAuthority(String name, Instant now) {
        this.now = now;
        X500Name rootName = new X500Name("CN=" + name + " Root,C=HK");
        this.intermediateName = new X500Name("CN=" + name + " Server CA,C=HK");
        this.root = sign(rootName, ROOT_KEY, rootName, ROOT_KEY, Duration.ofDays(4000), null);
        this.intermediate = sign(rootName, ROOT_KEY, intermediateName, INTERMEDIATE_KEY, Duration.ofDays(2000), null);
    }

    X509Certificate certificate(String host, Duration life) {
        return sign(intermediateName, INTERMEDIATE_KEY, new X500Name("CN=" + host), HOST_KEY, life, host);
    }

    X509Certificate selfSigned(String host) {
        X500Name name = new X500Name("CN=" + host);
        return sign(name, HOST_KEY, name, HOST_KEY, Duration.ofDays(100), host);
    }

    KeyStore trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", root);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static KeyStore identity(X509Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("host", HOST_KEY.getPrivate(), new char[0], chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every certificate began long ago, so that one may have ended. */
    private X509Certificate sign(
            X500Name issuer, KeyPair issuerKey, X500Name subject, KeyPair key, Duration life, String host) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(serial.getAndIncrement()),
                    Date.from(now.minus(Duration.ofDays(1000))),
                    Date.from(now.plus(life)),
                    subject,
                    key.getPublic());
            if (host == null) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new AssertionError(e);
        }
    }
}
