package io.github.iamsmart.spring.security;

import org.springframework.security.access.AccessDeniedException;

/** A method {@linkplain RequiresIamSmartPlus needs} a user of iAM Smart+. */
public final class IamSmartPlusRequiredException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public IamSmartPlusRequiredException() {
        super("This needs a user who has signed in with an iAM Smart+ account.");
    }
}
