package io.github.iamsmart.spring.security;

import static io.github.iamsmart.spring.security.IamSmartLoginConfigurer.iamSmartLogin;
import static org.springframework.security.config.Customizer.withDefaults;

import io.github.iamsmart.identity.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Filter chains for {@link SecuredApplication}, outside it: what is nested in it is always a part of it. */
final class Chains {

    private Chains() {}

    /** Form login beside iAM Smart. */
    @Configuration(proxyBeanMethods = false)
    static class BothLogins {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/form")
                            .permitAll()
                            .requestMatchers("/sign")
                            .hasAuthority("SCOPE_" + Scope.SIGN)
                            .anyRequest()
                            .authenticated())
                    .with(iamSmartLogin(), withDefaults())
                    .formLogin(withDefaults())
                    .logout(logout -> logout.invalidateHttpSession(false).logoutSuccessUrl("/"))
                    .build();
        }
    }

    /** The security context is saved at the end of each request, as it was before Spring Security 6. */
    @Configuration(proxyBeanMethods = false)
    static class SavedAtTheEnd {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.securityContext(context -> context.requireExplicitSave(false))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .with(iamSmartLogin(), withDefaults())
                    .build();
        }
    }

    /** Method security beside both logins. */
    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    @Import(BothLogins.class)
    static class MethodSecurity {}
}
