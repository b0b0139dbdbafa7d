package io.github.iamsmart.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final Instant TIME = Instant.parse("2026-11-23T04:00:00Z");

    private final AccessToken madeUp = AccessToken.madeUp(
            TokenisedId.of("somebody"), AccountType.PLUS, Set.of(Scope.SIGN), TIME, TIME.plusSeconds(60));

    @Test
    void aMadeUpTokenTellsWhoseItIs() {
        assertThat(madeUp.tokenisedId()).isEqualTo(TokenisedId.of("somebody"));
        assertThat(madeUp.accountType()).isEqualTo(AccountType.PLUS);
        assertThat(madeUp.scopes()).containsExactly(Scope.SIGN);
        assertThat(madeUp.isExpiredAt(TIME.plusSeconds(59))).isFalse();
        assertThat(madeUp.isExpiredAt(TIME.plusSeconds(60))).isTrue();
    }

    @Test
    void aMadeUpTokenCannotBeSent() {
        assertThatThrownBy(madeUp::value)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("made up for a test");
    }

    @Test
    void aMadeUpTokenStaysOneInASession() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(madeUp);
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            AccessToken read = (AccessToken) stream.readObject();
            assertThatThrownBy(read::value).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void aTokenOfTheGatewayHasItsValue() {
        AccessToken token = new AccessToken(
                "6d4f", TokenisedId.of("somebody"), AccountType.BASIC, Set.of(), TIME, TIME.plusSeconds(60), null);

        assertThat(token.value()).isEqualTo("6d4f");
    }
}
