package io.github.iamsmart.internal.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The library BouncyCastle, for what the JDK does not know. It is passed to each call and never registered. */
public final class BouncyCastle {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}

    /**
     * Returns the provider.
     *
     * @return one for all
     */
    public static Provider provider() {
        return PROVIDER;
    }
}
