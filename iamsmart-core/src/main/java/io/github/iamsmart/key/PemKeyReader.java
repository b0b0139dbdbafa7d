package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the private key and its certificate in one or two PEM inputs. */
final class PemKeyReader {

    private PemKeyReader() {}

    static KeyMaterial read(KeyInput key, char @Nullable [] password, @Nullable KeyInput certificate) {
        PemBlocks blocks = PemBlocks.parse(key);
        Origin origin = key.origin().asPemFile();
        List<Object> privateKeys = blocks.privateKeys();
        if (privateKeys.isEmpty()) {
            throw new ConfigurationException(origin.place() + " holds no private key, it holds: " + blocks.contents()
                    + ". Put the PEM text of the KEK's private key there.");
        }
        if (privateKeys.size() > 1) {
            throw new ConfigurationException(
                    origin.place() + " holds " + privateKeys.size() + " private keys. Leave only the KEK's there.");
        }
        PemBlocks counterpart = certificate == null ? blocks : PemBlocks.parse(certificate);
        if (certificate != null && !counterpart.hasPublicPart()) {
            throw ConfigurationException.of(
                    "certificate",
                    certificate.origin().asPemFile().place() + " holds no certificate, it holds: "
                            + counterpart.contents() + ". Put the KEK's certificate there.");
        }
        PrivateKey privateKey = privateKey(privateKeys.get(0), password, origin);
        PublicKey publicKey = counterpart.publicKey();
        return new KeyMaterial(privateKey, counterpart.certificates(), publicKey, null, origin);
    }

    private static PrivateKey privateKey(Object block, char @Nullable [] password, Origin origin) {
        char[] copy = password == null ? null : password.clone();
        try {
            return PemPrivateKey.decode(block, copy, origin);
        } finally {
            if (copy != null) {
                Arrays.fill(copy, '\0');
            }
        }
    }
}
