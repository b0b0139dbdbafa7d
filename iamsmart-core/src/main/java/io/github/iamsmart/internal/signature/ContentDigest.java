package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.util.Optional;

/** The digests of what a signature or a time-stamp is about. */
@FunctionalInterface
public interface ContentDigest {

    /**
     * {@return the digest; empty if this one is not known}
     *
     * @param algorithm of which kind
     * @throws IOException if the content cannot be read
     */
    Optional<byte[]> of(HashAlgorithm algorithm) throws IOException;
}
