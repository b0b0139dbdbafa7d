package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.spring.signin.AppSession;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In a profile of its own: the endpoint for apps is there only where such a bean is. */
@Profile("app")
// tag::sessions[]
@Component
class AppSessions implements AppSessionIssuer {

    private final Map<String, TokenisedId> sessions = new ConcurrentHashMap<>(); // yours: a database, a JWT, …
    private final SecureRandom random = new SecureRandom();

    @Override
    public AppSession issue(IamSmartSignIn signIn) {
        byte[] token = new byte[32];
        random.nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        sessions.put(text, signIn.tokenisedId()); // always a new one, never attached to an older session
        return new AppSession(text, Instant.now().plus(Duration.ofHours(1)));
    }
}
// end::sessions[]
