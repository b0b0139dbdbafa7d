package io.github.iamsmart.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Selects the JDK's own provider where it exists, so that calls stay fast in an application that has put another
 * provider first: SunJCE's AES-GCM is tens of times faster than a pure Java one. A JVM without SunJCE (another vendor,
 * a FIPS setup) uses its own first choice.
 */
final class JdkCrypto {

    private static final @Nullable Provider SUN_JCE = Security.getProvider("SunJCE");

    /** Seeded by the operating system, thread-safe. Never {@code getInstanceStrong}, which may block. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private JdkCrypto() {}

    static Cipher cipher(String transformation) throws GeneralSecurityException {
        return SUN_JCE == null ? Cipher.getInstance(transformation) : Cipher.getInstance(transformation, SUN_JCE);
    }

    static Mac mac(String algorithm) throws GeneralSecurityException {
        return SUN_JCE == null ? Mac.getInstance(algorithm) : Mac.getInstance(algorithm, SUN_JCE);
    }

    static void fillRandom(byte[] target) {
        RANDOM.nextBytes(target);
    }
}
