package io.github.iamsmart.key;

import java.util.Optional;

/**
 * Lets the nodes of one online service share the content encryption key (CEK), so that not every node has to ask the
 * gateway for it.
 *
 * <p>The store holds the key as it came over the wire, wrapped under the KEK: read access to the store alone reveals no
 * key. An implementation must be thread-safe and may lose its contents at any time. When it throws, the client logs the
 * exception and asks the gateway.
 */
public interface CekStore {

    /** A store that shares nothing, for a single node. */
    CekStore NONE = new CekStore() {
        @Override
        public Optional<WrappedCek> find(String clientId) {
            return Optional.empty();
        }

        @Override
        public void save(String clientId, WrappedCek cek) {}
    };

    /**
     * Finds the newest key that any node has saved.
     *
     * @param clientId the online service's client id
     * @return the key, if there is one; it may have expired
     */
    Optional<WrappedCek> find(String clientId);

    /**
     * Saves a key for the other nodes, replacing the previous one.
     *
     * @param clientId the online service's client id
     * @param cek the key
     */
    void save(String clientId, WrappedCek cek);
}
