package io.github.iamsmart.spring.signin;

import java.net.URI;
import java.util.Optional;

/**
 * A sign-in that succeeded.
 *
 * @param signIn who signed in
 * @param returnTo the path within the application that the login link named, if it named a safe one
 * @param target the absolute URL to go on to: that of {@code returnTo}, else that of the page for which Spring Security
 *     made the user sign in, else of {@code iamsmart.sign-in.success-url}
 */
public record SignInSuccess(IamSmartSignIn signIn, Optional<String> returnTo, URI target) {

    /** Shows where to only as far as the path of the application. */
    @Override
    public String toString() {
        return "SignInSuccess[signIn=" + signIn + "]";
    }
}
