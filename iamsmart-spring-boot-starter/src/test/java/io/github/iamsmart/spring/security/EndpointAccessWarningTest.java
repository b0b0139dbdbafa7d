package io.github.iamsmart.spring.security;

import static io.github.iamsmart.spring.security.IamSmartLoginConfigurer.iamSmartLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.spring.internal.security.EndpointAccessCheck;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What is said at the start of an application whose filter chains are in the way. */
class EndpointAccessWarningTest {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(EndpointAccessCheck.class);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    private List<String> warnings(Class<?> chains) {
        SecuredApplication.runInMemory(chains).close();
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class NoChain {}

    @Test
    void theChainOfSpringBootIsInTheWay() {
        assertThat(warnings(NoChain.class))
                .singleElement()
                .asString()
                .contains("POST /iamsmart/callback/default/results", "GET /iamsmart/callback/login")
                .contains("http.with(IamSmartLoginConfigurer.iamSmartLogin(), Customizer.withDefaults())");
    }

    @Configuration(proxyBeanMethods = false)
    static class ProtectedAgainstCsrf {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @Test
    void soIsProtectionAgainstCsrfForCallbacksAlone() {
        assertThat(warnings(ProtectedAgainstCsrf.class))
                .singleElement()
                .asString()
                .contains("POST /iamsmart/callback/default/results")
                .doesNotContain("GET /iamsmart");
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/iamsmart/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .csrf(csrf -> csrf.ignoringRequestMatchers("/iamsmart/**"))
                    .build();
        }
    }

    @Test
    void whereEverythingIsLetThroughNothingIsSaid() {
        assertThat(warnings(Open.class)).isEmpty();
    }

    @Test
    void theConfigurerLetsEverythingThrough() {
        assertThat(warnings(Chains.BothLogins.class)).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    static class ConfigurerElsewhere {

        @Bean
        @Order(1)
        SecurityFilterChain customers(HttpSecurity http) throws Exception {
            return http.securityMatcher("/customers/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .with(iamSmartLogin(), withDefaults())
                    .build();
        }

        @Bean
        SecurityFilterChain others(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }

    @Test
    void theConfigurerOfAnotherChainDoesNotHelp() {
        assertThat(warnings(ConfigurerElsewhere.class))
                .singleElement()
                .asString()
                .contains("GET /iamsmart/login");
    }
}
