package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** In a profile of their own, so that the other examples keep the defaults. */
@Profile("handlers")
// tag::handlers[]
@Configuration
class SignInHandlers {

    @Bean
    SignInSuccessHandler afterSignIn() {
        return (request, response, success) ->
                response.sendRedirect(success.target().toString());
    }

    @Bean
    SignInFailureHandler afterFailure() {
        return (request, response, failure) -> {
            response.setStatus(503);
            response.setContentType("text/plain; charset=utf-8");
            response.getWriter().println(failure.userMessage()); // in the user's language
        };
    }
}
// end::handlers[]
