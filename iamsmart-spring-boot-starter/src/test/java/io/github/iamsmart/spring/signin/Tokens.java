package io.github.iamsmart.spring.signin;

import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.signin.AccountType;
import io.github.iamsmart.signin.TokenisedId;
import java.time.Instant;
import java.util.Set;

/** Sign-ins for tests. */
final class Tokens {

    static final String VALUE = "starter-access-token-27c0";

    private Tokens() {}

    static IamSmartSignIn signIn(String tokenisedId) {
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
