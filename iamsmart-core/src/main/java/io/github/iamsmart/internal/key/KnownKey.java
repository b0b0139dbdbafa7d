package io.github.iamsmart.internal.key;

import io.github.iamsmart.internal.crypto.ContentKey;

/**
 * A key that the gateway itself has handed out.
 *
 * @param key the key
 * @param wrapped the same, wrapped under the KEK, as it may be stored
 */
public record KnownKey(ContentKey key, String wrapped) {

    /** Shows neither the key nor its wrapping. */
    @Override
    public String toString() {
        return "KnownKey[secret]";
    }
}
