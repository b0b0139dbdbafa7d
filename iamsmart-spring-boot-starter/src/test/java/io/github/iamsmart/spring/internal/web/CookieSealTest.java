package io.github.iamsmart.spring.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.State;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSealTest {

    private static final String KIND = "sign-in";
    private static final byte[] CONTENT = "/where/to".getBytes(UTF_8);

    private final CookieSeal seal = CookieSeal.of("the-secret");
    private final State state = State.random();

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open(KIND, state, seal.seal(KIND, state, CONTENT))).hasValue(CONTENT);
        assertThat(CookieSeal.of("the-secret").open(KIND, state, seal.seal(KIND, state, CONTENT)))
                .as("at another node")
                .hasValue(CONTENT);
    }

    @Test
    void neverSealsTheSameWay() {
        assertThat(seal.seal(KIND, state, CONTENT)).isNotEqualTo(seal.seal(KIND, state, CONTENT));
    }

    @Test
    void opensNothingForAnotherKindStateOrSecret() {
        String sealed = seal.seal(KIND, state, CONTENT);

        assertThat(seal.open("return", state, sealed)).isEmpty();
        assertThat(seal.open(KIND, State.random(), sealed)).isEmpty();
        assertThat(CookieSeal.of("another").open(KIND, state, sealed)).isEmpty();
        assertThat(CookieSeal.random().open(KIND, state, sealed)).isEmpty();
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] sealed = Base64.getUrlDecoder().decode(seal.seal(KIND, state, CONTENT));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal.open(
                            KIND, state, Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte " + i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "ended", "%%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void opensNoJunk(String junk) {
        assertThat(seal.open(KIND, state, junk)).isEmpty();
    }
}
