package io.github.iamsmart.spring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Key pairs made for the tests, in the files that an operator would have. */
public final class TestKeys {

    /** The password of every file. */
    public static final String PASSWORD = "starter-kek-password-93";

    private static final KeyPair PAIR = generate();
    private static final Certificate CERTIFICATE = certificate(PAIR);

    private TestKeys() {}

    /** Returns the key pair that all files hold. */
    public static KeyPair pair() {
        return PAIR;
    }

    /** Writes a key store. */
    public static Path keyStore(Path folder, String type, String... aliases) {
        Path file = folder.resolve("kek-" + aliases.length + "." + type.toLowerCase(java.util.Locale.ROOT));
        try (var stream = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            for (String alias : aliases) {
                store.setKeyEntry(alias, PAIR.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {CERTIFICATE});
            }
            store.store(stream, PASSWORD.toCharArray());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a PEM file with the private key alone. */
    public static Path pemKey(Path folder) {
        return write(
                folder.resolve("kek.pem"), pem("PRIVATE KEY", PAIR.getPrivate().getEncoded()));
    }

    /** Writes a PEM file with the certificate. */
    public static Path pemCertificate(Path folder) {
        return write(folder.resolve("kek-certificate.pem"), certificatePem());
    }

    /** Writes the two files of a PEM bundle: kek.key and kek.crt. */
    public static void pemBundle(Path folder, KeyPair pair) {
        try {
            write(
                    folder.resolve("kek.crt"),
                    pem("CERTIFICATE", certificate(pair).getEncoded()));
            write(
                    folder.resolve("kek.key"),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a key pair that is not the one of the files. */
    public static KeyPair another() {
        return generate();
    }

    /** Returns the certificate. */
    public static String certificatePem() {
        try {
            return pem("CERTIFICATE", CERTIFICATE.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the private key as a location. */
    public static String inline() {
        String text = pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());
        return "base64:" + Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Certificate certificate(KeyPair pair) {
        try {
            X500Principal name = new X500Principal("CN=permits.example.gov.hk");
            Instant now = Instant.now();
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(now.minus(1, ChronoUnit.DAYS)),
                                    Date.from(now.plus(3650, ChronoUnit.DAYS)),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
