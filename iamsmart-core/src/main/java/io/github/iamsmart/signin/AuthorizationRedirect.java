package io.github.iamsmart.signin;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.State;
import java.util.Optional;

/**
 * What the browser brought back from the gateway's page. The user can tamper with it: before anything else, compare
 * {@link #state()} with the state that was issued to this browser, and accept each state only once.
 */
public sealed interface AuthorizationRedirect {

    /** {@return the state that came back, empty if there is none or it is malformed} */
    Optional<State> state();

    /**
     * The user approved.
     *
     * @param code the authorization code; exchange it immediately
     * @param state the state that came back
     * @param businessId in anonymous flows, the request that was answered
     */
    record Granted(AuthorizationCode code, Optional<State> state, Optional<String> businessId)
            implements AuthorizationRedirect {}

    /**
     * The user declined: cancelled or rejected, or came back without a code and without a reason [D].
     *
     * @param state the state that came back
     * @param errorCode the reason, if one came
     */
    record Declined(Optional<State> state, Optional<ErrorCode> errorCode) implements AuthorizationRedirect {}

    /**
     * The sign-in failed: it timed out, the authentication failed, or the request was not accepted.
     *
     * @param state the state that came back
     * @param errorCode the reason
     */
    record Failed(Optional<State> state, ErrorCode errorCode) implements AuthorizationRedirect {}
}
