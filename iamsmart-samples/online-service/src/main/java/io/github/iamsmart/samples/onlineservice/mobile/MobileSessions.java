package io.github.iamsmart.samples.onlineservice.mobile;

import io.github.iamsmart.spring.signin.AppSession;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The sessions of the mobile app, in the memory of this process. That this is there switches {@code POST
 * /iamsmart/direct-login/app} on. A sign-in always gets a session of its own: nothing tells that the holder of the
 * phone began it.
 */
@Component
final class MobileSessions implements AppSessionIssuer {

    static final Duration LIFETIME = Duration.ofHours(1);

    private static final int MOST = 1_000;
    private static final int TOKEN_BYTES = 32;

    private record Session(IamSmartSignIn signIn, Instant end) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Clock clock;

    MobileSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized AppSession issue(IamSmartSignIn signIn) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !session.end().isAfter(now));
        if (sessions.size() == MOST) {
            sessions.remove(sessions.keySet().iterator().next()); // the oldest one
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        Session session = new Session(signIn, now.plus(LIFETIME));
        sessions.put(token, session);
        return new AppSession(token, session.end());
    }

    /** Who signed in to get this token; empty once its time is over. */
    synchronized Optional<IamSmartSignIn> find(String token) {
        return Optional.ofNullable(sessions.get(token))
                .filter(session -> session.end().isAfter(clock.instant()))
                .map(Session::signIn);
    }
}
