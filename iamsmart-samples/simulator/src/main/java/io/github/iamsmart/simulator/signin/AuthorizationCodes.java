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

/** Authorization codes: 60 seconds, once [S]. */
public final class AuthorizationCodes {
    /** So that a test can search logs for a code that leaked. */
    public static final String PREFIX = "simcode-";

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final class Issued {
        private final Grant grant;
        private boolean used;

        private Issued(Grant grant) {
            this.grant = grant;
        }
    }

    private final Clock clock;
    private final Map<String, Issued> codes = new LinkedHashMap<>();

    public AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    /** A code for what the user has just granted. */
    public synchronized String issue(Grant grant) {
        forgetBefore(grant.grantedAt().minus(MEMORY));
        String code = PREFIX + RandomText.hex(32);
        codes.put(code, new Issued(grant));
        return code;
    }

    public synchronized Grant redeem(String code, String clientId) {
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
        issued.used = true;
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
        return Refusal.about("code", Code.AUTHORIZATION_CODE, reason);
    }
}
