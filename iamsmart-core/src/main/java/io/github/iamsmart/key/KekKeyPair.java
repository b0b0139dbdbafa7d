package io.github.iamsmart.key;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The KEK: the RSA key pair of the online service's encipherment certificate (Hongkong Post or Digi-Sign). iAM Smart
 * wraps the content keys under its public key [D] [W].
 *
 * <p>Every factory method checks that the private key matches the certificate and can decrypt. Otherwise it throws a
 * {@link io.github.iamsmart.error.ConfigurationException} that names the file or the alias and says how to fix the
 * problem. An expired certificate is accepted, see {@link #isExpiredAt(Instant)}.
 *
 * <p>A password is copied and the copy is wiped; the caller's array is left unchanged. Passwords and key material never
 * appear in messages or in {@link #toString()}. Immutable, and thread-safe if the provider of the private key is.
 */
public final class KekKeyPair {

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final @Nullable X509Certificate certificate;
    private final @Nullable Provider provider;
    private final String description;

    KekKeyPair(KeyMaterial material, RSAPublicKey publicKey, @Nullable X509Certificate certificate) {
        this.privateKey = material.privateKey();
        this.publicKey = publicKey;
        this.certificate = certificate;
        this.provider = material.provider();
        this.description = material.origin().description();
    }

    /**
     * Reads a PKCS#12 file ({@code .p12}, {@code .pfx}) that holds one private key.
     *
     * @param file the file
     * @param password its password, empty if it has none
     * @return the key pair
     */
    public static KekKeyPair fromPkcs12(Path file, char[] password) {
        return KeyPairCheck.check(KeyStoreReader.read(KeyInput.file(file), "PKCS12", password, null, null));
    }

    /**
     * Reads one of the private keys in a PKCS#12 file.
     *
     * @param file the file
     * @param password its password, empty if it has none
     * @param alias which key
     * @return the key pair
     */
    public static KekKeyPair fromPkcs12(Path file, char[] password, String alias) {
        return KeyPairCheck.check(KeyStoreReader.read(KeyInput.file(file), "PKCS12", password, null, alias));
    }

    /**
     * Reads a key store.
     *
     * @param keyStore the key store's bytes; read to the end, not closed
     * @param type {@code PKCS12} or {@code JKS}, or any other type that a registered provider reads from a stream
     * @param password the key store's password
     * @param keyPassword the private key's own password, {@code null} if it is the key store's
     * @param alias which key, {@code null} if there is only one
     * @return the key pair
     */
    public static KekKeyPair fromKeyStore(
            InputStream keyStore, String type, char[] password, char @Nullable [] keyPassword, @Nullable String alias) {
        KeyInput input = KeyInput.stream(keyStore, type + " key store");
        return KeyPairCheck.check(KeyStoreReader.read(input, type, password, keyPassword, alias));
    }

    /**
     * Takes a private key from a loaded key store, which may be that of an HSM ({@code PKCS11}); a key that cannot be
     * exported is used through the key store's provider.
     *
     * @param keyStore the key store
     * @param keyPassword the private key's password; {@code null} where the key store asks for none
     * @param alias which key, {@code null} if there is only one
     * @return the key pair
     */
    public static KekKeyPair fromKeyStore(KeyStore keyStore, char @Nullable [] keyPassword, @Nullable String alias) {
        Origin origin = Origin.of(keyStore.getType() + " key store");
        return KeyPairCheck.check(KeyStoreReader.entry(keyStore, keyPassword, alias, origin));
    }

    /**
     * Reads a PEM file that holds an unencrypted private key and, optionally, the certificate.
     *
     * @param file the file; see {@link #fromPem(Path, char[], Path)}
     * @return the key pair
     */
    public static KekKeyPair fromPem(Path file) {
        return KeyPairCheck.check(PemKeyReader.read(KeyInput.file(file), null, null));
    }

    /**
     * Reads two PEM files.
     *
     * @param key the file with the unencrypted private key
     * @param certificate the file with the certificate; see {@link #fromPem(Path, char[], Path)}
     * @return the key pair
     */
    public static KekKeyPair fromPem(Path key, Path certificate) {
        return KeyPairCheck.check(PemKeyReader.read(KeyInput.file(key), null, KeyInput.file(certificate)));
    }

    /**
     * Reads PEM files: a private key in PKCS#8, encrypted PKCS#8, PKCS#1 or OpenSSL's encrypted PKCS#1, and its
     * certificate or its public key. The blocks may come in any order, a certificate chain may follow, and other text
     * between the blocks is skipped. Without a certificate or a public key, the public key is computed from the private
     * key.
     *
     * @param key the file with the private key and, if {@code certificate} is {@code null}, optionally the certificate
     * @param password the private key's password, {@code null} if it is not encrypted
     * @param certificate the file with the certificate, {@code null} if there is no separate one
     * @return the key pair
     */
    public static KekKeyPair fromPem(Path key, char @Nullable [] password, @Nullable Path certificate) {
        return KeyPairCheck.check(PemKeyReader.read(
                KeyInput.file(key), password, certificate == null ? null : KeyInput.file(certificate)));
    }

    /**
     * Reads PEM text, as a secret manager or an environment variable delivers it; otherwise like {@link #fromPem(Path,
     * char[], Path)}.
     *
     * @param key the text with the private key and, optionally, the certificate
     * @param password the private key's password, {@code null} if it is not encrypted
     * @param certificate the text with the certificate, {@code null} if there is no separate one
     * @return the key pair
     */
    public static KekKeyPair fromPem(String key, char @Nullable [] password, @Nullable String certificate) {
        return KeyPairCheck.check(PemKeyReader.read(
                KeyInput.text(key, "PEM text"),
                password,
                certificate == null ? null : KeyInput.text(certificate, "PEM text of the certificate")));
    }

    /**
     * Reads PEM from a stream; otherwise like {@link #fromPem(Path, char[], Path)}.
     *
     * @param key the stream with the private key and, optionally, the certificate; read to the end, not closed
     * @param password the private key's password, {@code null} if it is not encrypted
     * @param certificate the stream with the certificate, {@code null} if there is no separate one
     * @return the key pair
     */
    public static KekKeyPair fromPem(InputStream key, char @Nullable [] password, @Nullable InputStream certificate) {
        return KeyPairCheck.check(PemKeyReader.read(
                KeyInput.stream(key, "PEM text"),
                password,
                certificate == null ? null : KeyInput.stream(certificate, "PEM text of the certificate")));
    }

    /**
     * Takes a private key and its certificate.
     *
     * @param privateKey the private key
     * @param certificate the certificate of the KEK
     * @return the key pair
     */
    public static KekKeyPair of(PrivateKey privateKey, X509Certificate certificate) {
        return KeyPairCheck.check(new KeyMaterial(privateKey, List.of(certificate), null, null, Origin.GIVEN));
    }

    /**
     * Takes a private key that only its provider can use (HSM) and its certificate. The key may lack both an encoding
     * and a modulus; the provider must offer {@code Cipher.RSA/ECB/PKCS1Padding}.
     *
     * @param privateKey the private key
     * @param certificate the certificate of the KEK
     * @param provider the provider; it need not be registered
     * @return the key pair
     */
    public static KekKeyPair of(PrivateKey privateKey, X509Certificate certificate, Provider provider) {
        return KeyPairCheck.check(
                new KeyMaterial(privateKey, List.of(certificate), null, provider, Origin.of(provider)));
    }

    /**
     * Takes a private key and its public key; the certificate stays unknown.
     *
     * @param privateKey the private key
     * @param publicKey the public key
     * @return the key pair
     */
    public static KekKeyPair of(PrivateKey privateKey, PublicKey publicKey) {
        return KeyPairCheck.check(new KeyMaterial(privateKey, List.of(), publicKey, null, Origin.GIVEN));
    }

    /**
     * Takes a private key that only its provider can use (HSM) and its public key.
     *
     * @param privateKey the private key
     * @param publicKey the public key
     * @param provider the provider; it need not be registered
     * @return the key pair
     */
    public static KekKeyPair of(PrivateKey privateKey, PublicKey publicKey, Provider provider) {
        return KeyPairCheck.check(new KeyMaterial(privateKey, List.of(), publicKey, provider, Origin.of(provider)));
    }

    /**
     * {@return the public key in the form in which the gateway names it in {@code pubKey} [D] [W]: X.509
     * SubjectPublicKeyInfo, DER; a fresh array}
     */
    public byte[] publicKeyInfo() {
        return publicKey.getEncoded();
    }

    /** {@return the certificate, empty if only a public key was given} */
    public Optional<X509Certificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** {@return the last instant at which the certificate is valid, empty without a certificate} */
    public Optional<Instant> notAfter() {
        return certificate().map(c -> c.getNotAfter().toInstant());
    }

    /**
     * {@return whether the certificate has expired; {@code false} without a certificate} The gateway refuses to issue
     * new content keys after that, so warn in time.
     *
     * @param time the instant to check
     */
    public boolean isExpiredAt(Instant time) {
        return notAfter().filter(time::isAfter).isPresent();
    }

    /** {@return the provider through which the private key must be used, empty if any will do} */
    public Optional<Provider> provider() {
        return Optional.ofNullable(provider);
    }

    /**
     * {@return where the key came from, for logs and health: {@code PEM file kek.pem}, {@code alias kek in kek.p12}}
     * The text contains no folder names and no secrets.
     */
    public String description() {
        return description;
    }

    /**
     * {@return the private key itself; one from an HSM has no encoding} Anyone who has it can read everything that the
     * gateway encrypts for this online service. Applications do not need it.
     */
    public PrivateKey insecurePrivateKey() {
        return privateKey;
    }

    @Override
    public String toString() {
        return "KekKeyPair[" + description + ", RSA " + publicKey.getModulus().bitLength() + " bits, "
                + notAfter().map(end -> "valid until " + end).orElse("no certificate") + "]";
    }
}
