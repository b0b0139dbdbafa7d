package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.signin.TokenRequest;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Exchanges the codes that browsers bring. Anybody can invent codes: of those that the gateway refuses, a network may
 * bring so many in a minute. Good ones count for nothing, as many users may come from one address. Thread-safe.
 */
public final class CodeExchange {

    private final IamSmartClient client;
    private final NetworkLimit refusals;

    /**
     * Creates it.
     *
     * @param client asks the gateway
     * @param refusals counts the codes that the gateway refused, and those about which it is being asked
     */
    public CodeExchange(IamSmartClient client, NetworkLimit refusals) {
        this.client = client;
        this.refusals = refusals;
    }

    /**
     * Counts a code; {@link #isFirstUse} and, if it is, {@link #exchange} must follow.
     *
     * @param request which brings it
     * @return how long its network has to wait; empty if the gateway may be asked
     */
    public Optional<Duration> begin(HttpServletRequest request) {
        return refusals.count(request);
    }

    /**
     * Uses a code or its state up. Where that was done before, or cannot be remembered, the gateway is left unasked,
     * and nothing counts.
     *
     * @param request which brought the code
     * @param use uses it up, and says whether that was the first use
     * @return whether it was
     */
    public boolean isFirstUse(HttpServletRequest request, BooleanSupplier use) {
        boolean first = false;
        try {
            first = use.getAsBoolean();
            return first;
        } finally {
            if (!first) {
                refusals.takeBack(request);
            }
        }
    }

    /**
     * Asks the gateway.
     *
     * @param request which brought the code
     * @param exchange the code
     * @return the token
     * @throws io.github.iamsmart.error.IamSmartException if there is none
     */
    public AccessToken exchange(HttpServletRequest request, TokenRequest exchange) {
        boolean refused = false;
        try {
            return client.signIn().exchange(exchange);
        } catch (GatewayException e) {
            refused = true;
            throw e;
        } finally {
            if (!refused) {
                refusals.takeBack(request); // trouble on the way says nothing about the code
            }
        }
    }
}
