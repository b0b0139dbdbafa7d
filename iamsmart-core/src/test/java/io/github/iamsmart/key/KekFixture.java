package io.github.iamsmart.key;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys, certificates and files of every shape, made on the spot. */
final class KekFixture {

    static final String PASSWORD = "s3cret-of-the-file";
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2029-01-01T00:00:00Z");

    static final KeyPair KEK = rsa(2048);
    static final KeyPair OTHER = rsa(2048);
    static final X509Certificate CERTIFICATE = certificate("CN=Online Service", KEK, END, BigInteger.valueOf(0x1234));
    static final X509Certificate OTHER_CERTIFICATE = certificate("CN=Other", OTHER, END, BigInteger.valueOf(0x5678));

    private KekFixture() {}

    static char[] password() {
        return PASSWORD.toCharArray();
    }

    static KeyPair rsa(int bits) {
        return pair("RSA", bits);
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static X509Certificate certificate(String name, KeyPair pair, Instant end, BigInteger serial) {
        try {
            X500Principal subject = new X500Principal(name);
            String algorithm = pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    subject, serial, Date.from(START), Date.from(end), subject, pair.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    /** PKCS#1 for an RSA private key, the usual block for a certificate, a public key, a request. */
    static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    static String pkcs8(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String encryptedPkcs8(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(
                    key,
                    new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .setIterationCount(64) // hundreds of wrong passwords are tried
                            .setPassword(password())
                            .build()));
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static String traditionallyEncrypted(PrivateKey key) {
        try {
            return pem(new JcaMiscPEMGenerator(
                    key,
                    new JcePEMEncryptorBuilder("AES-256-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build(password())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static KeyStore keyStore(String type) {
        try {
            KeyStore keyStore = KeyStore.getInstance(type);
            keyStore.load(null, null);
            return keyStore;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static KeyStore withKey(
            KeyStore keyStore, String alias, char[] keyPassword, KeyPair pair, X509Certificate... chain) {
        try {
            keyStore.setKeyEntry(alias, pair.getPrivate(), keyPassword, chain);
            return keyStore;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Path store(KeyStore keyStore, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            keyStore.store(out, password());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
