package io.github.iamsmart.spring.internal.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A controller method has an argument that only a user who has signed in brings, and nobody has. */
public final class SignInRequiredException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public SignInRequiredException() {
        super(HttpStatus.UNAUTHORIZED, "Sign in with iAM Smart first.");
    }
}
