package io.github.iamsmart.spring.internal.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A controller method has an argument that only a user who has signed in brings, and nobody has. */
public final class SignInRequiredException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    /** The client with which to sign in. */
    private final String client;

    /**
     * Creates the exception.
     *
     * @param client the name of the client with which to sign in
     */
    public SignInRequiredException(String client) {
        super(HttpStatus.UNAUTHORIZED, "Sign in with iAM Smart first.");
        this.client = client;
    }

    String client() {
        return client;
    }
}
