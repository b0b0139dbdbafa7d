package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.RandomText;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization codes: 60 seconds, once [S]. */
public final class AuthorizationCodes {
    /** So that a test can search logs for a code that leaked. */
    public static final String PREFIX = "simcode-";

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final class Issued {
        private final Grant grant;
        private final boolean directLogin;
        private final Optional<String> verifier;
        private boolean used;

        private Issued(Grant grant, boolean directLogin, Optional<String> verifier) {
            this.grant = grant;
            this.directLogin = directLogin;
            this.verifier = verifier;
        }
    }

    private final Clock clock;
    private final Map<String, Issued> codes = new LinkedHashMap<>();

    public AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    /** A code for what the user has just granted. */
    public String issue(Grant grant) {
        return issue(grant, false, Optional.empty());
    }

    /** A code that goes to a callback of Direct Login v2, and must be redeemed as such [1]. */
    public String issueForDirectLogin(Grant grant) {
        return issue(grant, true, Optional.empty());
    }

    /** A code of Direct Login v2 that goes to the service's own app, with the verifier beside it [D]. */
    public String issueForApp(Grant grant, String verifier) {
        return issue(grant, true, Optional.of(verifier));
    }

    private synchronized String issue(Grant grant, boolean directLogin, Optional<String> verifier) {
        forgetBefore(grant.grantedAt().minus(MEMORY));
        String code = PREFIX + RandomText.hex(32);
        codes.put(code, new Issued(grant, directLogin, verifier));
        return code;
    }

    /**
     * The grant behind a code, which is used up.
     *
     * @param directLogin whether the service says that it comes from Direct Login v2. What the real gateway makes of it
     *     with another code is not public; here nothing [?]
     * @param verifier what the service's own app passed on; it does nothing with a code that has none [?]
     */
    public synchronized Grant redeem(String code, String clientId, boolean directLogin, Optional<String> verifier) {
        Issued issued = codes.get(code);
        if (issued == null) {
            throw refuse("The authorization code is unknown.");
        }
        if (!issued.grant.clientId().equals(clientId)) {
            throw refuse("The authorization code belongs to another client.");
        }
        if (issued.used) {
            throw refuse("The authorization code was used before; it works once.");
        }
        Duration age = Duration.between(issued.grant.grantedAt(), clock.instant());
        if (age.compareTo(LIFETIME) >= 0) {
            throw refuse("The authorization code is " + age.toSeconds() + " s old; it lives " + LIFETIME.toSeconds()
                    + " s.");
        }
        if (issued.directLogin && !directLogin) {
            throw Refusal.about(
                    "isDirectLoginV2",
                    Code.PARAMETER_MISSING,
                    "The code comes from Direct Login v2; isDirectLoginV2 must be \"true\".");
        }
        if (issued.verifier.isPresent() && verifier.isEmpty()) {
            throw Refusal.about(
                    "code_verifier",
                    Code.PARAMETER_MISSING,
                    "The code went to an app, with a code_verifier beside it; that must come, too.");
        }
        issued.used = true; // a wrong verifier uses it up as well, or it could be guessed at
        if (issued.verifier.isPresent() && !issued.verifier.equals(verifier)) {
            throw refuse("The code_verifier is not the one that came with the authorization code.");
        }
        return issued.grant;
    }

    public synchronized void clear() {
        codes.clear();
    }

    private void forgetBefore(Instant limit) {
        Iterator<Issued> oldest = codes.values().iterator();
        while (oldest.hasNext() && oldest.next().grant.grantedAt().isBefore(limit)) {
            oldest.remove();
        }
    }

    private static Refusal refuse(String reason) {
        return Refusal.about("code", SignInCodes.AUTHORIZATION_CODE, reason);
    }
}
