package io.github.iamsmart.stores.contract;

import static io.github.iamsmart.stores.contract.Contract.NOW;
import static io.github.iamsmart.stores.contract.Contract.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SignInReplayStore} does. */
public abstract class SignInReplayStoreContract {

    private final String key = UUID.randomUUID().toString();

    /** {@return the store; the same one, or one of another node, at each call} */
    protected abstract SignInReplayStore store();

    @Test
    void aUseIsTheFirstOnce() {
        assertThat(store().isFirstUse(key, NOW.plusSeconds(600))).isTrue();
        assertThat(store().isFirstUse(key, NOW.plusSeconds(600))).isFalse();
        assertThat(store().isFirstUse(key + "2", NOW.plusSeconds(600))).isTrue();
    }

    @Test
    void keysThatDifferByCaseAloneAreTwo() {
        assertThat(store().isFirstUse("a" + key, NOW.plusSeconds(600))).isTrue();
        assertThat(store().isFirstUse("A" + key, NOW.plusSeconds(600))).isTrue();
    }

    @Test
    void ofManyOneIsTheFirst() throws Exception {
        assertThat(together(thread -> store().isFirstUse(key, NOW.plusSeconds(600))))
                .containsOnlyOnce(true);
    }

    @Test
    void aUseIsForgottenWhenItsTimeIsUp() {
        Instant soon = Clock.systemUTC().instant().plusMillis(300);
        assertThat(store().isFirstUse(key, soon)).isTrue();
        // A server counts the time from when it hears of the use, which is later where the machine is slow.
        Instant end = soon.plusSeconds(60);
        boolean forgotten = false;
        while (!forgotten && Clock.systemUTC().instant().isBefore(end)) {
            forgotten = store().isFirstUse(key, end.plusSeconds(600));
        }
        assertThat(forgotten).isTrue();
        assertThat(store().isFirstUse(key, end.plusSeconds(600))).isFalse();
    }
}
