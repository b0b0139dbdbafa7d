package io.github.iamsmart.bootmatrix;

import io.github.iamsmart.spring.security.IamSmartLoginConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Where Spring Security is on the class path: a chain that lets everybody in, and users sign in with iAM Smart. */
@Configuration(proxyBeanMethods = false)
class SecuredPages {

    /** Nobody signs in with it; without one, Spring Boot warns of the one that it makes. */
    static final String PASSWORD = "visited-4d1b";

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .with(IamSmartLoginConfigurer.iamSmartLogin(), Customizer.withDefaults())
                .build();
    }
}
