package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Decrypts and decodes one private key block. The result is always a JDK key. */
final class PemPrivateKey {

    private PemPrivateKey() {}

    static boolean isPrivateKey(Object block) {
        return block instanceof PrivateKeyInfo
                || block instanceof PEMKeyPair
                || block instanceof PKCS8EncryptedPrivateKeyInfo
                || block instanceof PEMEncryptedKeyPair;
    }

    static PrivateKey decode(Object block, char @Nullable [] password, Origin origin) {
        if (block instanceof PrivateKeyInfo info) {
            return decode(info, origin, null);
        }
        if (block instanceof PEMKeyPair pair) {
            return decode(pair.getPrivateKeyInfo(), origin, null);
        }
        if (password == null || password.length == 0) {
            throw ConfigurationException.of(
                    "password", "The private key in " + origin.place() + " is encrypted. Pass its password.");
        }
        // A wrong password can produce valid padding and bytes that do not decode.
        return decode(decrypt(block, password, origin), origin, wrongPassword(origin));
    }

    private static PrivateKeyInfo decrypt(Object block, char[] password, Origin origin) {
        Provider bouncyCastle = BouncyCastle.provider();
        try {
            if (block instanceof PEMEncryptedKeyPair pair) {
                return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                .setProvider(bouncyCastle)
                                .build(password))
                        .getPrivateKeyInfo();
            }
            return ((PKCS8EncryptedPrivateKeyInfo) block)
                    .decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(bouncyCastle)
                            .build(password));
        } catch (OperatorCreationException e) {
            throw new ConfigurationException(
                    "The private key in " + origin.place() + " is encrypted in an unknown way. Encrypt it with"
                            + " 'openssl pkcs8 -topk8 -v2 aes256'.",
                    e);
        } catch (IOException | PKCSException | RuntimeException e) {
            // No cause: whatever a wrong key makes of the ciphertext must not reach a log.
            throw wrongPassword(origin);
        }
    }

    private static PrivateKey decode(PrivateKeyInfo info, Origin origin, @Nullable ConfigurationException unreadable) {
        var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            throw new ConfigurationException("The private key in " + origin.place() + " is not an RSA key (algorithm "
                    + (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : algorithm)
                    + "). The KEK is the RSA key of the encipherment certificate.");
        }
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable != null
                    ? unreadable
                    : new ConfigurationException("The private key in " + origin.place()
                            + " is damaged: it does not decode as an RSA key. Export it again.");
        }
    }

    private static ConfigurationException wrongPassword(Origin origin) {
        return ConfigurationException.of(
                "password", "The password of the private key in " + origin.place() + " is wrong.");
    }
}
