package io.github.iamsmart.internal.signature;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** BouncyCastle for what the JDK does not know. It is passed to each call and never registered. */
public final class Library {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Library() {}

    /**
     * Returns the provider.
     *
     * @return one for all
     */
    public static Provider provider() {
        return PROVIDER;
    }
}
