package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.wire.Code;

/** The codes of authentication. */
public final class SignInCodes {
    static final Code AUTHORIZATION_CODE =
            new Code("D40004", "Authorisation code unknown, expired or used", "A code works once and for 60 seconds.");

    public static final FlowCodes ALL = FlowCodes.of(
            new Code("D40000", "User cancelled authentication", "The user closed the request."),
            new Code("D40001", "User rejected authentication", "The user refused."),
            new Code("D40002", "Authentication failed", "No reason is disclosed; a suspended account ends here too."),
            new Code("D40003", "Authentication timed out", "The user did not answer in time."),
            AUTHORIZATION_CODE);

    private SignInCodes() {}
}
