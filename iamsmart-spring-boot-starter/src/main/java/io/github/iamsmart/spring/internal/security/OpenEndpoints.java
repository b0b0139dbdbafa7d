package io.github.iamsmart.spring.internal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/**
 * Lets everybody call the endpoints of the starter; the application's rules decide about everything else.
 *
 * <p>Spring Security 6 asks {@code check}, which 7 does not have, and 7 {@code authorize}, which 6.5 has, too.
 */
public final class OpenEndpoints implements AuthorizationManager<HttpServletRequest> {

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

    private final EndpointRequestMatcher endpoints;
    private final AuthorizationManager<HttpServletRequest> others;

    /**
     * Creates it.
     *
     * @param endpoints who may be called by everybody
     * @param others decides about all other requests
     */
    public OpenEndpoints(EndpointRequestMatcher endpoints, AuthorizationManager<HttpServletRequest> others) {
        this.endpoints = endpoints;
        this.others = others;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<Authentication> authentication, HttpServletRequest request) {
        return endpoints.matches(request) ? GRANTED : others.authorize(authentication, request);
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public @Nullable AuthorizationDecision check(Supplier<Authentication> authentication, HttpServletRequest request) {
        return endpoints.matches(request) ? GRANTED : others.check(authentication, request);
    }
}
