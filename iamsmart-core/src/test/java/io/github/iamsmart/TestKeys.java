package io.github.iamsmart;

import io.github.iamsmart.key.KekKeyPair;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** RSA key pairs, made once for all tests of a run because making them takes long. */
public final class TestKeys {

    public static final KeyPair FIRST = generate();
    public static final KeyPair SECOND = generate();

    private TestKeys() {}

    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KekKeyPair kek(KeyPair pair) {
        return KekKeyPair.of(pair.getPrivate(), pair.getPublic());
    }
}
