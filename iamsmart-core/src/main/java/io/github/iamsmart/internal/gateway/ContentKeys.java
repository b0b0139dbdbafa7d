package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.internal.crypto.ContentKey;
import java.util.Optional;

/** Where the content key comes from. Thread-safe. */
public interface ContentKeys {

    /**
     * Returns the key to seal with now.
     *
     * @param deadline until when the caller can wait, should there be no key yet
     * @return the key
     */
    ContentKey current(Deadline deadline);

    /**
     * Returns a key in the place of one that the gateway did not accept.
     *
     * @param refused the key that was refused; if another one has come meanwhile, that one is returned
     * @param deadline until when the caller can wait
     * @return the key to try
     */
    ContentKey replace(ContentKey refused, Deadline deadline);

    /**
     * Returns a key as it may be stored.
     *
     * @param key one of the keys that this has returned
     * @return Base64 of the key, wrapped under the KEK; empty if it was replaced long ago
     */
    Optional<String> wrapped(ContentKey key);
}
