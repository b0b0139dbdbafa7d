package io.github.iamsmart.spring.security;

import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.security.SavedPath;
import io.github.iamsmart.spring.internal.security.SignInMark;
import io.github.iamsmart.spring.internal.signin.SignInHook;
import io.github.iamsmart.spring.internal.signin.SignInRefusedException;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInSuccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/** Signs users of one client in to a filter chain of Spring Security, with the chain's own parts. Thread-safe. */
final class ChainSignIn implements SignInHook {

    private final EndpointSettings endpoints;
    private final Parts parts;

    /** What the filter chain has. */
    record Parts(
            SessionAuthenticationStrategy sessions,
            SecurityContextHolderStrategy holder,
            SecurityContextRepository contexts,
            RequestCache requests,
            @Nullable GrantedAuthoritiesMapper authorities,
            @Nullable AuthenticationSuccessHandler successHandler,
            @Nullable AuthenticationFailureHandler failureHandler,
            AuthenticationEventPublisher authenticationEvents,
            ApplicationEventPublisher events) {}

    ChainSignIn(EndpointSettings endpoints, Parts parts) {
        this.endpoints = endpoints;
        this.parts = parts;
    }

    @Override
    public String client() {
        return endpoints.clientName();
    }

    @Override
    public void signIn(HttpServletRequest request, HttpServletResponse response, IamSmartSignIn signIn) {
        IamSmartAuthenticationToken authentication = authentication(signIn);
        authentication.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        parts.sessions().onAuthentication(authentication, request, response);
        save(authentication, request, response);
        SignInMark.set(request.getSession(true), client());
    }

    private IamSmartAuthenticationToken authentication(IamSmartSignIn signIn) {
        IamSmartAuthenticationToken usual = IamSmartAuthenticationToken.of(signIn);
        return parts.authorities() == null
                ? usual
                : IamSmartAuthenticationToken.of(
                        usual.getPrincipal(), parts.authorities().mapAuthorities(usual.getAuthorities()));
    }

    private void save(
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = parts.holder().createEmptyContext();
        context.setAuthentication(authentication);
        parts.holder().setContext(context);
        parts.contexts().saveContext(context, request, response);
    }

    @Override
    public void signedIn(HttpServletRequest request) {
        Authentication authentication = parts.holder().getContext().getAuthentication();
        parts.authenticationEvents().publishAuthenticationSuccess(authentication);
        parts.events().publishEvent(new InteractiveAuthenticationSuccessEvent(authentication, getClass()));
    }

    @Override
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        SignInMark.forget(request, client());
        parts.holder().clearContext();
        if (request.getSession(false) != null) {
            save(null, request, response);
        }
    }

    @Override
    public Optional<SignInRefusedException> refusal(RuntimeException exception) {
        return exception instanceof AuthenticationException
                ? Optional.of(new SignInRefusedException(exception))
                : Optional.empty();
    }

    @Override
    public Optional<String> savedPath(HttpServletRequest request, HttpServletResponse response) {
        return SavedPath.of(parts.requests().getRequest(request, response), request);
    }

    @Override
    public boolean succeeded(HttpServletRequest request, HttpServletResponse response, SignInSuccess success)
            throws IOException, ServletException {
        if (parts.successHandler() == null || isForARequest(success)) {
            return false;
        }
        request.setAttribute(SignInSuccess.class.getName(), success);
        Authentication authentication = parts.holder().getContext().getAuthentication();
        parts.successHandler().onAuthenticationSuccess(request, response, authentication);
        return true;
    }

    /** The user signed in for a request to iAM Smart, which is sent where they go on, and nowhere else. */
    private boolean isForARequest(SignInSuccess success) {
        String path = endpoints.pathPrefix() + RequestPaths.CONTINUE;
        return success.returnTo().filter(one -> one.startsWith(path + "?")).isPresent();
    }

    @Override
    public boolean failed(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException, ServletException {
        if (parts.failureHandler() == null) {
            return false;
        }
        Object refusal = request.getAttribute(SignInRefusedException.class.getName());
        Throwable cause = refusal instanceof SignInRefusedException refused ? refused.getCause() : null;
        parts.failureHandler()
                .onAuthenticationFailure(request, response, new IamSmartAuthenticationException(failure, cause));
        return true;
    }
}
