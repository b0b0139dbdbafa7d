package io.github.iamsmart.spring.signin;

/**
 * A user has signed in. Published on the thread of the request, after the session has the sign-in and before the
 * browser is sent on; a listener that throws undoes the sign-in.
 *
 * @param signIn who signed in
 */
public record SignedInEvent(IamSmartSignIn signIn) {}
