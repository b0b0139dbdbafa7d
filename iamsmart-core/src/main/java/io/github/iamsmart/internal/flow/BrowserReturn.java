package io.github.iamsmart.internal.flow;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.State;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a browser brought back from the gateway's page, for those who need not know how a sign-in works. It came through
 * the user's hands.
 *
 * @param state the state that came back
 * @param businessId the request that it names
 * @param refusal why there is no code, empty if there is one
 * @param exchange exchanges the code, which works once
 */
public record BrowserReturn(
        Optional<State> state,
        Optional<String> businessId,
        Optional<ErrorCode> refusal,
        Supplier<Credentials> exchange) {

    /**
     * Refuses what belongs to another request than the one that this browser began.
     *
     * @param expectedId the request
     * @param expectedState the state that this browser was given; compared in constant time
     * @throws ProtocolException if state or business id is another one
     */
    public void requireAnswerTo(BusinessId expectedId, State expectedState) {
        boolean sameState = expectedState.matches(state.map(State::value).orElse(null));
        if (!sameState || !businessId.map(expectedId.value()::equals).orElse(true)) {
            throw new ProtocolException("The redirect does not answer the request that this browser began: its state or"
                    + " businessID is another one. Begin anew.");
        }
    }

    /**
     * The right to fetch one result.
     *
     * @param accessToken a secret
     * @param tokenisedId whose it is
     */
    public record Credentials(String accessToken, String tokenisedId) {

        @Override
        public String toString() {
            return "Credentials[secret]";
        }
    }
}
