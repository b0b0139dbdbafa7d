package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.internal.crypto.ContentKey;
import java.util.Optional;

/** The source of content keys. Thread-safe. */
public interface ContentKeySource {

    /**
     * {@return the key to seal with now}
     *
     * @param deadline how long the caller can wait if there is no key yet
     */
    ContentKey current(Deadline deadline);

    /**
     * {@return a key to replace one that the gateway did not accept}
     *
     * @param refused the key that was refused; if it has been replaced meanwhile, the replacement is returned
     * @param deadline how long the caller can wait
     */
    ContentKey replace(ContentKey refused, Deadline deadline);

    /**
     * {@return Base64 of a key, wrapped under the KEK, for storage; empty if the key was replaced long ago}
     *
     * @param key one of the keys that this source has returned
     */
    Optional<String> wrapped(ContentKey key);
}
