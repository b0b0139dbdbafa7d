package io.github.iamsmart.stores.contract;

import static io.github.iamsmart.stores.contract.Contract.NOW;
import static io.github.iamsmart.stores.contract.Contract.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CekStore} does that shares keys. */
public abstract class CekStoreContract {

    private final String client = "客戶 {1} " + UUID.randomUUID();

    /** {@return the store; the same one, or one of another node, at each call} */
    protected abstract CekStore store();

    private static WrappedCek cek(int seed) {
        return new WrappedCek(
                Base64.getEncoder().encodeToString(Contract.bytes(256, seed)),
                Base64.getEncoder().encodeToString(Contract.bytes(294, seed)),
                NOW,
                NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void findsTheNewestThatWasSaved() {
        assertThat(store().find(client)).isEmpty();
        store().save(client, cek(1));
        assertThat(store().find(client)).contains(cek(1));
        store().save(client, cek(2));
        assertThat(store().find(client)).contains(cek(2));
        assertThat(store().find(client + "2")).isEmpty();
    }

    @Test
    void manyMaySaveAtTheSameMoment() throws Exception {
        together(thread -> {
            store().save(client, cek(thread));
            return true;
        });
        assertThat(store().find(client)).isPresent();
    }
}
