package io.github.iamsmart.spring.security;

import io.github.iamsmart.spring.internal.security.SignInMark;
import io.github.iamsmart.spring.internal.signin.SignInHook;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what Spring Security knows of a user and the sign-in of the session the same: where the sign-in has gone, or is
 * another user's, nobody is authenticated; where Spring Security has forgotten the user, the sign-in goes, too.
 *
 * <p>It is in every filter chain: one without the configurer sees the same sessions.
 */
final class SessionSyncFilter extends OncePerRequestFilter {

    private final SignInHookRegistry hooks;
    private final @Nullable SignInHook hook;
    private final SecurityContextHolderStrategy holder;
    private final SecurityContextRepository contexts;
    private final RequestCache requests;

    /** @param hook of this filter chain; {@code null} if it has no configurer */
    SessionSyncFilter(
            SignInHookRegistry hooks,
            @Nullable SignInHook hook,
            SecurityContextHolderStrategy holder,
            SecurityContextRepository contexts,
            RequestCache requests) {
        this.hooks = hooks;
        this.hook = hook;
        this.holder = holder;
        this.contexts = contexts;
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hook != null) {
            hooks.use(request, hook);
        }
        request.setAttribute(RequestCache.class.getName(), requests);
        HttpSession session = request.getSession(false);
        if (session != null && !hooks.isEmpty()) {
            sync(session, request, response);
        }
        chain.doFilter(request, response);
    }

    private void sync(HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = holder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof IamSmartUser user) {
            if (!isSignedIn(user, request)) {
                holder.clearContext();
                contexts.saveContext(holder.createEmptyContext(), request, response);
            }
        } else if (hook != null && isNobody(authentication) && SignInMark.isSet(session, hook.client())) {
            SignInMark.forget(request, hook.client());
        }
    }

    private static boolean isSignedIn(IamSmartUser user, HttpServletRequest request) {
        return IamSmartSignIn.from(request, user.client())
                .filter(signIn -> signIn.tokenisedId().equals(user.tokenisedId()))
                .isPresent();
    }

    private static boolean isNobody(@Nullable Authentication authentication) {
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }
}
