package io.github.iamsmart.simulator.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The kinds of key that users sign with. */
public enum KeyKind {
    /** 2048 bits, of the JDK. */
    RSA,
    /** On the curve sm2p256v1, which the JDK does not know. */
    SM2;

    /** Registered nowhere, and made when it is first used: it takes its time, and most tests never sign. */
    private static final class BouncyCastle {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = this == RSA
                    ? KeyPairGenerator.getInstance("RSA")
                    : KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            if (this == RSA) {
                generator.initialize(2048);
            } else {
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The simulator could not make a key to sign with.", e);
        }
    }
}
