package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
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
            throw new ConfigurationException(input.origin().place() + " is PEM text, not a " + type
                    + " key store. Read it with KekKeyPair.fromPem.");
        }
        KeyStore keyStore = load(input, type, password);
        return entry(keyStore, keyPassword == null ? password : keyPassword, alias, input.origin());
    }

    private static KeyStore load(KeyInput input, String type, char[] password) {
        KeyStore keyStore;
        try {
            keyStore = KeyStore.getInstance(type);
        } catch (KeyStoreException e) {
            throw new ConfigurationException(
                    "No provider of this JVM reads key stores of type " + type + ". Use PKCS12 or JKS.", e);
        }
        char[] copy = password.clone();
        try {
            keyStore.load(new ByteArrayInputStream(input.bytes()), copy);
            return keyStore;
        } catch (IOException e) {
            String place = input.origin().place();
            throw new ConfigurationException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "The password of " + place + " is wrong, or the file was changed."
                            : place + " is not a " + type
                                    + " key store, or it is damaged. Check the file and its type.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    input.origin().place() + " uses an algorithm that this JVM lacks. Export the key again as PKCS12.",
                    e);
        } finally {
            Arrays.fill(copy, '\0');
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
            throw new ConfigurationException(
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
        throw new ConfigurationException(
                aliases.isEmpty()
                        ? origin.place() + " holds no private key. Export it again together with the private key."
                        : origin.place() + " holds several private keys: " + String.join(", ", aliases)
                                + ". Select one by its alias.");
    }

    private static String known(KeyStore keyStore, String alias, Origin origin) throws KeyStoreException {
        if (keyStore.containsAlias(alias)) {
            return alias;
        }
        throw new ConfigurationException(origin.place() + " has no alias " + alias + ". " + keyAliases(keyStore));
    }

    private static String keyAliases(KeyStore keyStore) throws KeyStoreException {
        List<String> aliases = privateKeys(keyStore);
        return aliases.isEmpty()
                ? "It holds no private key at all."
                : "Its private keys are: " + String.join(", ", aliases) + ".";
    }

    private static List<String> privateKeys(KeyStore keyStore) throws KeyStoreException {
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(keyStore.aliases())) {
            if (keyStore.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                aliases.add(alias);
            }
        }
        Collections.sort(aliases);
        return aliases;
    }
}
