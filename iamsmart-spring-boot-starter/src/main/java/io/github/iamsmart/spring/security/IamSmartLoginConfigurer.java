package io.github.iamsmart.spring.security;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.security.EndpointAccess;
import io.github.iamsmart.spring.internal.security.EndpointRequestMatcher;
import io.github.iamsmart.spring.internal.security.LoginEntryPoint;
import io.github.iamsmart.spring.internal.security.OpenEndpoints;
import io.github.iamsmart.spring.internal.signin.SignInHook;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.PageRequest;
import io.github.iamsmart.spring.signin.SignInSuccess;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * Lets users sign in with iAM Smart to a filter chain of Spring Security:
 *
 * <pre>{@code
 * http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
 *         .with(iamSmartLogin(), Customizer.withDefaults());
 * }</pre>
 *
 * <p>The user who has signed in is authenticated by an {@link IamSmartAuthenticationToken}, under a new session id and
 * with the chain's {@code SessionAuthenticationStrategy}, {@code SecurityContextRepository} and {@code RequestCache}. A
 * browser that asks for a page and has to authenticate is sent to sign in and comes back; other clients get 401. The
 * endpoints of the starter are let through, and those that iAM Smart's servers and apps call need no CSRF token. Beside
 * {@code formLogin}, whichever of the two the chain names first answers a browser that has to authenticate.
 *
 * <p>A chain has one such configurer.
 */
public final class IamSmartLoginConfigurer extends AbstractHttpConfigurer<IamSmartLoginConfigurer, HttpSecurity> {

    private final String client;
    private @Nullable AuthenticationSuccessHandler successHandler;
    private @Nullable AuthenticationFailureHandler failureHandler;
    private @Nullable GrantedAuthoritiesMapper authoritiesMapper;
    private @Nullable ChainSignIn hook;

    private IamSmartLoginConfigurer(String client) {
        this.client = client;
    }

    /** {@return a configurer for the client {@value IamSmartClientRegistry#DEFAULT}} */
    public static IamSmartLoginConfigurer iamSmartLogin() {
        return iamSmartLogin(IamSmartClientRegistry.DEFAULT);
    }

    /**
     * {@return a configurer for a client of this application}
     *
     * @param client the name of the client
     */
    public static IamSmartLoginConfigurer iamSmartLogin(String client) {
        return new IamSmartLoginConfigurer(client);
    }

    /**
     * Sets what a browser gets whose user has signed in. It goes before a {@code SignInSuccessHandler} bean, and finds
     * a {@link SignInSuccess} as the request attribute {@code SignInSuccess.class.getName()}. A user who signed in for
     * a request to iAM Smart goes on with that request instead.
     *
     * @param handler answers the browser
     * @return this
     */
    public IamSmartLoginConfigurer successHandler(AuthenticationSuccessHandler handler) {
        this.successHandler = handler;
        return this;
    }

    /**
     * Sets what a browser gets whose sign-in ended without a user. It goes before a {@code SignInFailureHandler} bean,
     * and gets an {@link IamSmartAuthenticationException}.
     *
     * @param handler answers the browser
     * @return this
     */
    public IamSmartLoginConfigurer failureHandler(AuthenticationFailureHandler handler) {
        this.failureHandler = handler;
        return this;
    }

    /**
     * Sets what makes the authorities of a user of the {@linkplain IamSmartAuthenticationToken usual ones}. Unless set,
     * a bean of this type does, if there is one.
     *
     * @param mapper makes the authorities
     * @return this
     */
    public IamSmartLoginConfigurer authoritiesMapper(GrantedAuthoritiesMapper mapper) {
        this.authoritiesMapper = mapper;
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        EndpointSettings endpoints = endpoints(http);
        EndpointAccess access = context(http).getBean(EndpointAccess.class);
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
        if (exceptions != null) {
            LoginEntryPoint login = new LoginEntryPoint(endpoints, () -> SessionSyncConfigurer.requests(http));
            exceptions.defaultAuthenticationEntryPointFor(login, PageRequest::is);
            exceptions.defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), new NegatedRequestMatcher(PageRequest::is));
        }
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            csrf.ignoringRequestMatchers(access.forServers());
        }
        AuthorizeHttpRequestsConfigurer<HttpSecurity> rules = http.getConfigurer(AuthorizeHttpRequestsConfigurer.class);
        if (rules != null) {
            rules.addObjectPostProcessor(new OpenEndpointsPostProcessor(access.any()));
        }
    }

    @Override
    public void configure(HttpSecurity http) {
        hook(http);
    }

    /** {@return the part of this chain in sign-ins, registered; made once} */
    SignInHook hook(HttpSecurity http) {
        if (hook == null) {
            hook = new ChainSignIn(endpoints(http), parts(http));
            context(http).getBean(SignInHookRegistry.class).add(hook);
        }
        return hook;
    }

    private ChainSignIn.Parts parts(HttpSecurity http) {
        ApplicationContext context = context(http);
        SessionAuthenticationStrategy sessions = http.getSharedObject(SessionAuthenticationStrategy.class);
        return new ChainSignIn.Parts(
                sessions == null ? new NullAuthenticatedSessionStrategy() : sessions,
                getSecurityContextHolderStrategy(),
                SessionSyncConfigurer.contexts(http),
                SessionSyncConfigurer.requests(http),
                authoritiesMapper != null
                        ? authoritiesMapper
                        : context.getBeanProvider(GrantedAuthoritiesMapper.class)
                                .getIfUnique(),
                successHandler,
                failureHandler,
                context.getBeanProvider(AuthenticationEventPublisher.class)
                        .getIfUnique(() -> new DefaultAuthenticationEventPublisher(context)),
                context);
    }

    private static ApplicationContext context(HttpSecurity http) {
        return http.getSharedObject(ApplicationContext.class);
    }

    private static ServedClientRegistry clients(HttpSecurity http) {
        ServedClientRegistry clients =
                context(http).getBeanProvider(ServedClientRegistry.class).getIfUnique();
        if (clients == null
                || context(http).getBeanProvider(SignInHookRegistry.class).getIfUnique() == null) {
            throw new IllegalStateException("iamSmartLogin() needs the endpoints of sign-in: a servlet application with"
                    + " Spring MVC, and IamSmartSignInAutoConfiguration not excluded.");
        }
        return clients;
    }

    private EndpointSettings endpoints(HttpSecurity http) {
        ServedClientRegistry clients = clients(http);
        EndpointSettings endpoints = clients.all().stream()
                .filter(one -> one.name().equals(client))
                .findFirst()
                .map(ServedClient::endpoints)
                .orElse(null);
        if (endpoints == null) {
            throw new IllegalStateException("iamSmartLogin(\"" + client + "\") names no iAM Smart client of this"
                    + " application with endpoints; there are: " + String.join(", ", clients.names()) + ".");
        }
        return endpoints;
    }

    /** Spring Security tells by the type of its parameter what a post-processor is for. */
    private static final class OpenEndpointsPostProcessor
            implements ObjectPostProcessor<AuthorizationManager<HttpServletRequest>> {

        private final EndpointRequestMatcher endpoints;

        OpenEndpointsPostProcessor(EndpointRequestMatcher endpoints) {
            this.endpoints = endpoints;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <O extends AuthorizationManager<HttpServletRequest>> O postProcess(O manager) {
            return (O) (AuthorizationManager<HttpServletRequest>) new OpenEndpoints(endpoints, manager);
        }
    }
}
