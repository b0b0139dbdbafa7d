package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a private key can be the KEK: an RSA key that is long enough, matches its certificate and can decrypt.
 */
final class KeyPairCheck {

    private static final int SHORTEST_BITS = 2048;
    private static final String TRANSFORMATION = "RSA/ECB/PKCS1Padding";

    private KeyPairCheck() {}

    static KekKeyPair check(KeyMaterial material) {
        String place = material.origin().place();
        PrivateKey privateKey = material.privateKey();
        requireRsa(privateKey.getAlgorithm(), "private key", place);
        X509Certificate certificate = certificate(material);
        RSAPublicKey publicKey = canonical(publicKey(material, certificate), certificate, place);
        if (publicKey.getModulus().bitLength() < SHORTEST_BITS) {
            throw new ConfigurationException("The RSA key (" + place + ") has only "
                    + publicKey.getModulus().bitLength() + " bits. The KEK needs at least " + SHORTEST_BITS
                    + ": apply for a new encipherment certificate.");
        }
        requireFit(material, publicKey, certificate);
        return new KekKeyPair(material, publicKey, certificate);
    }

    private static void requireRsa(String algorithm, String what, String place) {
        if (!algorithm.equalsIgnoreCase("RSA")) {
            throw new ConfigurationException("The " + what + " (" + place + ") is " + algorithm
                    + ", not RSA. The KEK is the RSA key of the encipherment certificate.");
        }
    }

    /** {@return the certificate of a chain that has the private key's modulus, else the first one} */
    private static @Nullable X509Certificate certificate(KeyMaterial material) {
        BigInteger modulus = modulus(material.privateKey());
        return material.certificates().stream()
                .filter(c -> modulus != null && modulus.equals(modulus(c.getPublicKey())))
                .findFirst()
                .or(() -> material.certificates().stream().findFirst())
                .orElse(null);
    }

    private static @Nullable BigInteger modulus(Object key) {
        return key instanceof RSAKey rsa ? rsa.getModulus() : null;
    }

    private static PublicKey publicKey(KeyMaterial material, @Nullable X509Certificate certificate) {
        if (certificate != null) {
            return certificate.getPublicKey();
        }
        if (material.publicKey() != null) {
            return material.publicKey();
        }
        if (material.privateKey() instanceof RSAPrivateCrtKey key) {
            return rsa(key.getModulus(), key.getPublicExponent());
        }
        throw new ConfigurationException("The public key cannot be computed from the private key ("
                + material.origin().place() + "). Add the certificate of the KEK.");
    }

    /** {@return the key in the JDK's form, whose encoding is the one that the gateway sends} */
    private static RSAPublicKey canonical(PublicKey key, @Nullable X509Certificate certificate, String place) {
        requireRsa(key.getAlgorithm(), certificate == null ? "public key" : "certificate's key", place);
        if (key instanceof RSAPublicKey rsa) {
            return rsa(rsa.getModulus(), rsa.getPublicExponent());
        }
        throw new ConfigurationException("The public key (" + place
                + ") does not show its modulus and exponent. Give the" + " certificate of the KEK instead.");
    }

    private static RSAPublicKey rsa(BigInteger modulus, BigInteger exponent) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The RSA public key is not usable: shorter than 512 bits, or its exponent is"
                            + " out of range. Check the certificate of the KEK.",
                    e);
        }
    }

    private static void requireFit(
            KeyMaterial material, RSAPublicKey publicKey, @Nullable X509Certificate certificate) {
        String place = material.origin().place();
        BigInteger modulus = modulus(material.privateKey());
        String counterpart = certificate == null
                ? "public key"
                : "certificate with serial number "
                        + certificate.getSerialNumber().toString(16);
        String unfit = "The private key (" + place + ") does not fit the " + counterpart
                + ". Take the private key from which this certificate was requested.";
        if (modulus != null && !modulus.equals(publicKey.getModulus())) {
            throw ConfigurationException.of("certificate", unfit);
        }
        // An HSM key may have no modulus, and a matching modulus does not rule out a damaged exponent: only a trial
        // decryption does.
        byte[] sample = new byte[32];
        new SecureRandom().nextBytes(sample);
        byte[] wrapped = encrypt(publicKey, sample);
        if (!MessageDigest.isEqual(sample, decrypt(material, wrapped, unfit))) {
            throw new ConfigurationException(unfit);
        }
    }

    private static byte[] encrypt(RSAPublicKey publicKey, byte[] sample) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, publicKey);
            return cipher.doFinal(sample);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("No provider of this JVM encrypts with " + TRANSFORMATION + ".", e);
        }
    }

    private static byte[] decrypt(KeyMaterial material, byte[] wrapped, String unfit) {
        Provider provider = material.provider();
        Cipher cipher;
        try {
            cipher = provider == null
                    ? Cipher.getInstance(TRANSFORMATION)
                    : Cipher.getInstance(TRANSFORMATION, provider);
            cipher.init(Cipher.DECRYPT_MODE, material.privateKey());
        } catch (GeneralSecurityException | ProviderException e) {
            throw new ConfigurationException(
                    "The private key (" + material.origin().place() + ") cannot be used with "
                            + TRANSFORMATION
                            + ". For a key in an HSM give the provider of the HSM, and check that the key may"
                            + " decrypt.",
                    e);
        }
        try {
            return cipher.doFinal(wrapped);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new ConfigurationException(unfit, e);
        }
    }
}
