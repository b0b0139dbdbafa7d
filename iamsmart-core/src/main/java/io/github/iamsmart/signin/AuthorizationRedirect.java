package io.github.iamsmart.signin;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.State;
import java.util.Optional;

/**
 * What the browser brought back from the gateway's page. It came through the user's hands: before anything else,
 * compare {@link #state()} with the one that this browser was given, once.
 */
public sealed interface AuthorizationRedirect {

    /**
     * Returns the state that came back.
     *
     * @return the state, empty if there is none or it is not well-formed
     */
    Optional<State> state();

    /**
     * The user approved.
     *
     * @param code to be exchanged at once
     * @param state the state that came back
     * @param businessId in anonymous flows, the request that was answered
     */
    record Granted(AuthorizationCode code, Optional<State> state, Optional<String> businessId)
            implements AuthorizationRedirect {}

    /**
     * The user said no: cancelled or rejected, or came back without a code and without a reason [D].
     *
     * @param state the state that came back
     * @param errorCode the reason, if one came
     */
    record Declined(Optional<State> state, Optional<ErrorCode> errorCode) implements AuthorizationRedirect {}

    /**
     * It did not work: the time ran out, the authentication failed, or the request was not accepted.
     *
     * @param state the state that came back
     * @param errorCode the reason
     */
    record Failed(Optional<State> state, ErrorCode errorCode) implements AuthorizationRedirect {}
}
