package io.github.iamsmart.internal.key;

import io.github.iamsmart.internal.crypto.ContentKey;

/**
 * A key that the gateway itself has issued.
 *
 * @param key the key
 * @param wrapped the same key, wrapped under the KEK, for storage
 */
public record KnownKey(ContentKey key, String wrapped) {

    /** Shows neither the key nor the wrapped key. */
    @Override
    public String toString() {
        return "KnownKey[secret]";
    }
}
