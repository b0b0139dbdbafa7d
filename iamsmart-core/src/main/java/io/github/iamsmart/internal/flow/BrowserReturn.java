package io.github.iamsmart.internal.flow;

import io.github.iamsmart.error.ErrorCode;
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
