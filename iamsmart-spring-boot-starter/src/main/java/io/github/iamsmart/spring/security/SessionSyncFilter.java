package io.github.iamsmart.spring.security;

import io.github.iamsmart.spring.internal.security.SignInMark;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.signin.SignInHook;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what Spring Security knows of a user and the sign-in of the session the same: where the sign-in has gone, or is
 * another user's, nobody is authenticated; where Spring Security has forgotten the user, the sign-in goes, too.
 *
 * <p>It is in every filter chain: one without the configurer sees the same sessions.
 */
final class SessionSyncFilter extends OncePerRequestFilter {

    /** What the session's request cache has in the query of an address at which it replays a request. */
    private static final String CONTINUE = "continue";

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
        // What listens to logins needs the request, also where Spring Security comes before Spring's own filter.
        boolean unknown = RequestContextHolder.getRequestAttributes() == null;
        if (unknown) {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        }
        try {
            chain.doFilter(session != null && mustNotReplay(request) ? withoutContinue(request) : request, response);
        } finally {
            if (unknown) {
                RequestContextHolder.resetRequestAttributes();
            }
        }
    }

    /**
     * A form that was saved is posted again by a visit of its address. That is for the browser's own way back: no other
     * site and no speculative load may press the user's button.
     */
    private static boolean mustNotReplay(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean elsewhere = "cross-site".equals(site) || "same-site".equals(site);
        return (elsewhere || Navigation.isNone(request)) && parts(request).anyMatch(SessionSyncFilter::isContinue);
    }

    private static Stream<String> parts(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? Stream.empty() : Arrays.stream(query.split("&", -1));
    }

    private static boolean isContinue(String part) {
        return part.equals(CONTINUE) || part.startsWith(CONTINUE + "=");
    }

    /** The request cache looks at nothing without it. */
    private static HttpServletRequest withoutContinue(HttpServletRequest request) {
        String rest = parts(request).filter(part -> !isContinue(part)).collect(Collectors.joining("&"));
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getQueryString() {
                return rest.isEmpty() ? null : rest;
            }
        };
    }

    private void sync(HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = holder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof IamSmartUser user) {
            if (!isSignedIn(user, request)) {
                holder.clearContext();
                contexts.saveContext(holder.createEmptyContext(), request, response);
            } else if (hook != null && !hook.client().equals(user.client())) {
                // Another client's user is a stranger here; the other filter chain still knows them.
                holder.setContext(holder.createEmptyContext());
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
