package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.RandomText;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Access tokens: four hours [S], bound to a client. */
public final class AccessTokens {
    /** So that a test can search logs for a token that leaked. */
    public static final String PREFIX = "simtoken-";

    public static final Duration LIFETIME = Duration.ofHours(4);
    private static final int CAPACITY = 100_000;

    private final Clock clock;
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Set<String> spent = new HashSet<>();

    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    public synchronized String issue(Grant grant) {
        if (grants.size() == CAPACITY) {
            Iterator<String> oldest = grants.keySet().iterator();
            spent.remove(oldest.next());
            oldest.remove();
        }
        String token = PREFIX + RandomText.hex(40);
        grants.put(token, grant);
        return token;
    }

    /** {@return the grant behind a token that this client got and that has not expired} */
    public synchronized Grant get(String token, String clientId) {
        Grant grant = grants.get(token);
        if (grant == null || !grant.clientId().equals(clientId)) {
            throw Refusal.about("accessToken", Code.ACCESS_TOKEN, "This client was never given this access token.");
        }
        if (spent.contains(token)) {
            throw spent();
        }
        if (!clock.instant().isBefore(grant.grantedAt().plus(LIFETIME))) {
            throw Refusal.about("accessToken", Code.ACCESS_TOKEN, "The access token has expired after four hours.");
        }
        return grant;
    }

    /** Uses up a token that works once. */
    public synchronized void spend(String token) {
        if (!spent.add(token)) {
            throw spent();
        }
    }

    public synchronized void clear() {
        grants.clear();
        spent.clear();
    }

    private static Refusal spent() {
        return Refusal.about(
                "accessToken",
                Code.ACCESS_TOKEN,
                "The access token of an anonymous request works once, and was used before.");
    }
}
