package io.github.iamsmart.spring;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.time.Instant;
import java.util.Set;

/** Sign-ins for tests. */
public final class TestSignIns {

    public static final String VALUE = "starter-access-token-27c0";

    private TestSignIns() {}

    public static IamSmartSignIn signIn(String tokenisedId) {
        Instant now = Instant.parse("2026-11-23T08:00:00Z");
        AccessToken token = new AccessToken(
                VALUE,
                TokenisedId.of(tokenisedId),
                AccountType.PLUS,
                Set.of(Scope.AUTH, Scope.SIGN),
                now,
                now.plusSeconds(14_400),
                null);
        return new IamSmartSignIn(token, Language.ZH_HK, true, now);
    }
}
