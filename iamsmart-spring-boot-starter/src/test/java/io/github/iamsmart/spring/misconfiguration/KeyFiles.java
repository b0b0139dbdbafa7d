package io.github.iamsmart.spring.misconfiguration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.spring.TestKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The key files that the cases name: good ones, and those that people give by mistake. */
final class KeyFiles {

    private static final Instant EXPIRED = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant VALID = Instant.parse("2099-03-01T00:00:00Z");
    private static final char[] PASSWORD = TestKeys.PASSWORD.toCharArray();

    private final Path folder;

    private KeyFiles(Path folder) {
        this.folder = folder;
    }

    static void writeTo(Path folder) throws Exception {
        KeyFiles files = new KeyFiles(folder);
        KeyPair kek = TestKeys.pair();
        KeyPair other = rsa(2048);
        KeyPair small = rsa(1024);
        KeyPair elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();
        Certificate certificate = certificate(kek, VALID);
        files.keyStore("kek.p12", "PKCS12", PASSWORD, kek.getPrivate(), certificate, "kek");
        files.keyStore("kek.jks", "JKS", "canary-key-password".toCharArray(), kek.getPrivate(), certificate, "kek");
        files.keyStore("two-keys.p12", "PKCS12", PASSWORD, kek.getPrivate(), certificate, "auth", "encipherment");
        files.keyStore("expired.p12", "PKCS12", PASSWORD, kek.getPrivate(), certificate(kek, EXPIRED), "kek");
        files.certificates("certificates.p12", certificate);
        String key = pem("PRIVATE KEY", kek.getPrivate().getEncoded());
        String certificatePem = pem("CERTIFICATE", certificate.getEncoded());
        files.write("kek.pem", key + certificatePem);
        files.write("key-alone.pem", key);
        files.write("windows.pem", "\uFEFF" + (key + certificatePem).replace("\n", "\r\n"));
        files.write("certificate.pem", certificatePem);
        files.write(
                "other-certificate.pem",
                pem("CERTIFICATE", certificate(other, VALID).getEncoded()));
        files.write("public.pem", pem("PUBLIC KEY", kek.getPublic().getEncoded()));
        files.write("encrypted.pem", encrypted(kek.getPrivate()));
        files.write("elliptic.pem", pem("PRIVATE KEY", elliptic.getPrivate().getEncoded()));
        files.write("rsa-1024.pem", pem("PRIVATE KEY", small.getPrivate().getEncoded()));
        files.write("half.pem", key.substring(0, key.length() / 2));
        files.write("notes.txt", "The key is in the safe.\n");
        files.write("empty.p12", "");
        Files.write(folder.resolve("kek.der"), kek.getPrivate().getEncoded());
        Files.createDirectory(folder.resolve("keys"));
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private void keyStore(
            String name, String type, char[] keyPassword, PrivateKey key, Certificate certificate, String... aliases)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (String alias : aliases) {
            store.setKeyEntry(alias, key, keyPassword, new Certificate[] {certificate});
        }
        store(name, store);
    }

    private void certificates(String name, Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("certificate", certificate);
        store(name, store);
    }

    private void store(String name, KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(UTF_8));
    }

    private static String encrypted(PrivateKey key) throws Exception {
        var encryptor = new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword(PASSWORD)
                .build();
        return pem(
                "ENCRYPTED PRIVATE KEY",
                new JcaPKCS8Generator(key, encryptor).generate().getContent());
    }

    private static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private static Certificate certificate(KeyPair pair, Instant end) throws Exception {
        X500Principal name = new X500Principal("CN=permits.example.gov.hk");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.valueOf(0x2a17),
                                Date.from(Instant.parse("2023-03-01T00:00:00Z")),
                                Date.from(end),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
