package io.github.iamsmart.spring.test.permits;

import static org.springframework.security.config.Customizer.withDefaults;

import io.github.iamsmart.spring.security.IamSmartAuthenticationToken;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Configured for a real gateway, with a page for users of iAM Smart+ alone. */
@SpringBootApplication
public class PermitApplication {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/vault")
                        .hasAuthority(IamSmartAuthenticationToken.ACCOUNT_IAMSMART_PLUS)
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(withDefaults())
                .build();
    }
}
