package io.github.iamsmart.samples.onlineservice.signin;

import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which refusals of the gateway another sign-in helps against. */
public final class SignInAgain {

    private SignInAgain() {}

    /** The way to the sign-in and back to a page of this site; empty where another sign-in would not help. */
    public static Optional<String> redirect(@Nullable ErrorCode code, String returnTo) {
        return code != null && isHelpedBySignIn(code)
                ? Optional.of("redirect:/sign-in?ended&returnTo=" + returnTo)
                : Optional.empty();
    }

    /** The gateway no longer takes the access token, or it was given for less than is asked now. */
    private static boolean isHelpedBySignIn(ErrorCode code) {
        return code.category() == ErrorCategory.SIGN_IN_ENDED || code.equals(ErrorCode.SCOPE_MISMATCH);
    }
}
