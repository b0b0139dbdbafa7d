package io.github.iamsmart.spring.security;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.security.SignInMark;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Adds {@link SessionSyncFilter} to every filter chain, and to every logout that sign-ins go. Spring Security finds it
 * in {@code META-INF/spring.factories}. It does nothing in an application that has no endpoints of sign-in.
 */
final class SessionSyncConfigurer extends AbstractHttpConfigurer<SessionSyncConfigurer, HttpSecurity> {

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        IamSmartClientRegistry clients = http.getSharedObject(ApplicationContext.class)
                .getBeanProvider(IamSmartClientRegistry.class)
                .getIfUnique();
        LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
        if (clients != null && logout != null) {
            logout.addLogoutHandler((request, response, authentication) ->
                    clients.names().forEach(client -> SignInMark.forget(request, client)));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void configure(HttpSecurity http) {
        SignInHookRegistry hooks = http.getSharedObject(ApplicationContext.class)
                .getBeanProvider(SignInHookRegistry.class)
                .getIfUnique();
        if (hooks == null) {
            return;
        }
        IamSmartLoginConfigurer login = http.getConfigurer(IamSmartLoginConfigurer.class);
        // After either filter that brings the authentication: there is another one without explicit saving.
        http.addFilterBefore(
                new SessionSyncFilter(
                        hooks,
                        login == null ? null : login.hook(http),
                        getSecurityContextHolderStrategy(),
                        contexts(http),
                        requests(http)),
                HeaderWriterFilter.class);
    }

    static SecurityContextRepository contexts(HttpSecurity http) {
        SecurityContextRepository repository = http.getSharedObject(SecurityContextRepository.class);
        return repository == null ? new HttpSessionSecurityContextRepository() : repository;
    }

    static RequestCache requests(HttpSecurity http) {
        RequestCache cache = http.getSharedObject(RequestCache.class);
        return cache == null ? new NullRequestCache() : cache;
    }
}
