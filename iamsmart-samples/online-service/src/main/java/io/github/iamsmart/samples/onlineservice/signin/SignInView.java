package io.github.iamsmart.samples.onlineservice.signin;

import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a page may show of a sign-in: nothing that a look over the shoulder could misuse.
 *
 * @param tokenisedId shortened; the whole one is for the database
 * @param accountType as on the wire, {@code default} or {@code sign}
 * @param scopes as on the wire, in a steady order
 * @param expiresAt in Hong Kong's time
 */
public record SignInView(String tokenisedId, String accountType, List<String> scopes, ZonedDateTime expiresAt) {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    // tag::view[]
    public static SignInView of(IamSmartSignIn signIn) {
        return new SignInView(
                signIn.tokenisedId().shortened(),
                signIn.accountType().value(),
                signIn.scopes().stream().map(Scope::value).sorted().toList(),
                signIn.expiresAt().truncatedTo(ChronoUnit.SECONDS).atZone(HONG_KONG));
    }
    // end::view[]
}
