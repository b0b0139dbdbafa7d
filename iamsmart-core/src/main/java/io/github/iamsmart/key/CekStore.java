package io.github.iamsmart.key;

import java.util.Optional;

/**
 * Lets the nodes of one online service share the content encryption key, so that not each asks the gateway for it.
 *
 * <p>It holds the key as it came over the wire, wrapped under the KEK: who reads the store reads nothing. An
 * implementation must be thread-safe, and may lose what it holds at any time. When it throws, the client logs it and
 * asks the gateway.
 */
public interface CekStore {

    /** A store that shares nothing: for a single node. */
    CekStore NONE = new CekStore() {
        @Override
        public Optional<WrappedCek> find(String clientId) {
            return Optional.empty();
        }

        @Override
        public void save(String clientId, WrappedCek cek) {}
    };

    /**
     * Looks up the newest key that any node has saved.
     *
     * @param clientId the online service's client id
     * @return the key, if there is one; it may have expired
     */
    Optional<WrappedCek> find(String clientId);

    /**
     * Saves a key for the other nodes, in place of the one before.
     *
     * @param clientId the online service's client id
     * @param cek the key
     */
    void save(String clientId, WrappedCek cek);
}
