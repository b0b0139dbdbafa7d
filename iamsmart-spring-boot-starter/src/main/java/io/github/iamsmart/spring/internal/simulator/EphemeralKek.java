package io.github.iamsmart.spring.internal.simulator;

import io.github.iamsmart.key.KekKeyPair;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** A key pair for one run of a simulated application; it is in memory only. */
public final class EphemeralKek {

    private static final int BITS = 2048;

    private EphemeralKek() {}

    /** {@return a new key pair: RSA, 2048 bits, without a certificate} */
    public static KekKeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return KekKeyPair.of(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA.", e);
        }
    }
}
