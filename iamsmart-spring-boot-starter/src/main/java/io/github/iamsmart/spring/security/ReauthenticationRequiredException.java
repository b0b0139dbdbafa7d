package io.github.iamsmart.spring.security;

import java.time.Duration;
import org.springframework.security.access.AccessDeniedException;

/** A method {@linkplain RequiresReauthentication needs} a user who has authenticated again not long ago. */
public final class ReauthenticationRequiredException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    /** How long an approval counts. */
    private final Duration within;

    /**
     * Creates the exception.
     *
     * @param within how long an approval counts
     */
    public ReauthenticationRequiredException(Duration within) {
        super("This needs a user who has authenticated again with iAM Smart within " + within + ".");
        this.within = within;
    }

    /** {@return how long an approval counts} */
    public Duration within() {
        return within;
    }
}
