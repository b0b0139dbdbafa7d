package io.github.iamsmart.internal.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The BouncyCastle provider, for what the JDK does not support. It is passed to each call and never registered. */
public final class BouncyCastle {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}

    /** {@return the shared provider} */
    public static Provider provider() {
        return PROVIDER;
    }
}
