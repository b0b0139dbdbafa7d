package io.github.iamsmart.internal.key;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's key store. Its failures are logged and affect no call. Thread-safe if the store is. */
final class SharedCeks {

    private static final Logger log = LoggerFactory.getLogger(SharedCeks.class);

    private final String clientId;
    private final CekStore store;

    SharedCeks(String clientId, CekStore store) {
        this.clientId = clientId;
        this.store = store;
    }

    Optional<WrappedCek> find() {
        try {
            return store.find(clientId);
        } catch (RuntimeException e) {
            log.warn("The shared key store cannot be read; the gateway is asked instead.", e);
            return Optional.empty();
        }
    }

    void save(WrappedCek cek) {
        try {
            store.save(clientId, cek);
        } catch (RuntimeException e) {
            log.warn("The shared key store cannot be written; other nodes will ask the gateway themselves.", e);
        }
    }
}
