package io.github.iamsmart.spring.signin;

import java.time.Instant;

/**
 * A session of the service's own mobile app.
 *
 * @param token what the app shows with each request, in a form of the application's choice; secret
 * @param expiresAt when it ends
 */
public record AppSession(String token, Instant expiresAt) {

    /** Shows no token. */
    @Override
    public String toString() {
        return "AppSession[expiresAt=" + expiresAt + "]";
    }
}
