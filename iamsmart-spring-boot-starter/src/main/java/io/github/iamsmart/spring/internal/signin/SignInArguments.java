package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.util.List;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the methods of controllers who is signed in, and sends those to sign in who are not. */
public final class SignInArguments implements WebMvcConfigurer {

    private final List<EndpointSettings> clients;

    /**
     * Creates it.
     *
     * @param clients where the endpoints of each client are
     */
    public SignInArguments(List<EndpointSettings> clients) {
        this.clients = List.copyOf(clients);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignInArgumentResolver(
                clients.stream().map(EndpointSettings::clientName).toList()));
    }

    /** First of all: an application's handler of all exceptions would make an error page of it. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, new SignInRequiredResolver(clients));
    }
}
