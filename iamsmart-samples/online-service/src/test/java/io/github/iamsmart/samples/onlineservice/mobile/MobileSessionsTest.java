package io.github.iamsmart.samples.onlineservice.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.samples.onlineservice.HandClock;
import io.github.iamsmart.spring.signin.AppSession;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MobileSessionsTest {

    private final HandClock clock = new HandClock();
    private final MobileSessions sessions = new MobileSessions(clock);
    private final IamSmartSignIn signIn = signIn();

    private IamSmartSignIn signIn() {
        Instant now = clock.instant();
        AccessToken token = new AccessToken(
                "access-token",
                TokenisedId.of("tokenised-id"),
                AccountType.PLUS,
                Set.of(Scope.AUTH),
                now,
                now.plus(Duration.ofHours(4)),
                null);
        return new IamSmartSignIn(token, Language.EN_US, true, now);
    }

    @Test
    void aSessionLastsAsLongAsTheAppIsTold() {
        AppSession session = sessions.issue(signIn);
        assertThat(session.expiresAt()).isEqualTo(clock.instant().plus(MobileSessions.LIFETIME));

        clock.advance(MobileSessions.LIFETIME.minusMillis(1));
        assertThat(sessions.find(session.token())).containsSame(signIn);

        clock.advance(Duration.ofMillis(1));
        assertThat(sessions.find(session.token())).isEmpty();
    }

    @Test
    void oneUserHasAsManySessionsAsSignIns() {
        AppSession first = sessions.issue(signIn);
        AppSession second = sessions.issue(signIn);

        assertThat(first.token()).isNotEqualTo(second.token()).hasSize(64);
        assertThat(sessions.find(first.token())).isPresent();
    }

    @Test
    void ofTooManyTheOldestIsForgotten() {
        AppSession oldest = sessions.issue(signIn);
        AppSession next = sessions.issue(signIn);
        for (int i = 0; i < 999; i++) {
            sessions.issue(signIn);
        }

        assertThat(sessions.find(oldest.token())).isEmpty();
        assertThat(sessions.find(next.token())).isPresent();
    }
}
