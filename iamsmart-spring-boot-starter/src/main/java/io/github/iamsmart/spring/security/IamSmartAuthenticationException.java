package io.github.iamsmart.spring.security;

import io.github.iamsmart.spring.signin.SignInFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * A sign-in with iAM Smart that ended without a user, as an {@code AuthenticationFailureHandler} gets it. Its message
 * holds no personal data.
 */
public final class IamSmartAuthenticationException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable SignInFailure failure;

    /**
     * Creates the exception.
     *
     * @param failure what happened
     * @param cause who refused the user; {@code null} if iAM Smart or the user did
     */
    public IamSmartAuthenticationException(SignInFailure failure, @Nullable Throwable cause) {
        super("A sign-in with iAM Smart ended without a user: " + failure.reason(), cause);
        this.failure = failure;
    }

    /** {@return what happened, with a sentence for the user; empty after serialization} */
    public Optional<SignInFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
