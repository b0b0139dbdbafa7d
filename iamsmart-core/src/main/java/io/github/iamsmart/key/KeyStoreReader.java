package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.crypto.KeyStoreFile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the one private key in a key store. */
final class KeyStoreReader {

    private KeyStoreReader() {}

    static KeyMaterial read(
            KeyInput input, String type, char[] password, char @Nullable [] keyPassword, @Nullable String alias) {
        if (input.isPem()) {
            throw ConfigurationException.of(
                    "type",
                    input.origin().place() + " is PEM text, not a " + type
                            + " key store. Read it with KekKeyPair.fromPem.");
        }
        KeyStore keyStore = load(input, type, password, alias);
        KeyMaterial found = entry(keyStore, keyPassword == null ? password : keyPassword, alias, input.origin());
        return new KeyMaterial(
                jdkKey(found.privateKey()), found.certificates(), null, found.provider(), found.origin());
    }

    private static KeyStore load(KeyInput input, String type, char[] password, @Nullable String alias) {
        String place = input.origin().place();
        try {
            return KeyStoreFile.read(input.bytes(), type, password, store -> hasKey(store, alias));
        } catch (KeyStoreException e) {
            throw new ConfigurationException(
                    "No provider of this JVM reads key stores of type " + type + ". Use PKCS12 or JKS.", e);
        } catch (KeyStoreFile.WrongPasswordException e) {
            throw ConfigurationException.of(
                    "password",
                    password.length == 0
                            ? "The password of " + place + " is missing. Pass it."
                            : "The password of " + place + " is wrong, or the file was changed.",
                    e);
        } catch (IOException e) {
            throw ConfigurationException.of(
                    "type",
                    place + " is not a " + type + " key store, or it is damaged. Check the file and its type.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    place + " uses an algorithm that this JVM lacks. Export the key again as PKCS12.", e);
        }
    }

    private static boolean hasKey(KeyStore store, @Nullable String alias) {
        try {
            return alias == null ? !privateKeys(store).isEmpty() : store.isKeyEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("It was loaded.", e);
        }
    }

    /** A reader may have classes of keys of its own; those of the JDK are the fastest. */
    private static PrivateKey jdkKey(PrivateKey key) {
        if (key.getEncoded() == null || !"PKCS#8".equals(key.getFormat())) {
            return key;
        }
        try {
            return KeyFactory.getInstance(key.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    static KeyMaterial entry(KeyStore keyStore, char @Nullable [] keyPassword, @Nullable String alias, Origin origin) {
        char[] copy = keyPassword == null ? null : keyPassword.clone();
        try {
            String chosen = alias == null ? onlyAlias(keyStore, origin) : known(keyStore, alias, origin);
            Origin entry = origin.withAlias(chosen);
            if (!(key(keyStore, chosen, copy, entry) instanceof PrivateKey key)) {
                throw new ConfigurationException(
                        "The " + entry.place() + " is not a private key. " + keyAliases(keyStore));
            }
            // A key without an encoding is in an HSM: only the provider of the key store can use it.
            return new KeyMaterial(
                    key,
                    chain(keyStore, chosen),
                    null,
                    key.getEncoded() == null ? keyStore.getProvider() : null,
                    entry);
        } catch (KeyStoreException e) {
            throw new ConfigurationException("The " + origin.place() + " was not loaded. Call KeyStore.load first.", e);
        } finally {
            if (copy != null) {
                Arrays.fill(copy, '\0');
            }
        }
    }

    private static @Nullable Key key(KeyStore keyStore, String alias, char @Nullable [] password, Origin entry)
            throws KeyStoreException {
        try {
            return keyStore.getKey(alias, password);
        } catch (UnrecoverableKeyException e) {
            throw ConfigurationException.of(
                    "keyPassword",
                    "The password of the private key (" + entry.place()
                            + ") is wrong. A key in a JKS may have a password of its own.",
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new ConfigurationException(
                    "The private key (" + entry.place() + ") is of a type that this JVM does not support.", e);
        }
    }

    private static List<X509Certificate> chain(KeyStore keyStore, String alias) throws KeyStoreException {
        List<X509Certificate> chain = new ArrayList<>();
        Certificate[] certificates = keyStore.getCertificateChain(alias);
        for (Certificate certificate : certificates == null ? new Certificate[0] : certificates) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        return chain;
    }

    private static String onlyAlias(KeyStore keyStore, Origin origin) throws KeyStoreException {
        List<String> aliases = privateKeys(keyStore);
        if (aliases.size() == 1) {
            return aliases.get(0);
        }
        throw ConfigurationException.of(
                aliases.isEmpty() ? "keyStore" : "alias",
                aliases.isEmpty()
                        ? origin.place() + " holds no private key. Export it again together with the private key."
                        : origin.place() + " holds several private keys: " + String.join(", ", aliases)
                                + ". Select one by its alias.");
    }

    private static String known(KeyStore keyStore, String alias, Origin origin) throws KeyStoreException {
        if (keyStore.containsAlias(alias)) {
            return alias;
        }
        String shown = KeyInput.isContent(alias) ? "of the " + alias.length() + " characters that were passed" : alias;
        throw ConfigurationException.of(
                "alias", origin.place() + " has no alias " + shown + ". " + keyAliases(keyStore));
    }

    private static String keyAliases(KeyStore keyStore) throws KeyStoreException {
        List<String> aliases = privateKeys(keyStore);
        return aliases.isEmpty()
                ? "It holds no private key at all."
                : "Its private keys are: " + String.join(", ", aliases) + ".";
    }

    /** Where a private key has no certificate, a key store cannot tell it from a secret key. */
    private static List<String> privateKeys(KeyStore keyStore) throws KeyStoreException {
        List<String> withCertificate = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(keyStore.aliases())) {
            if (keyStore.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                withCertificate.add(alias);
            }
            if (keyStore.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        List<String> found = withCertificate.isEmpty() ? keys : withCertificate;
        Collections.sort(found);
        return found;
    }
}
