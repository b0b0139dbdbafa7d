package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.spring.security.IamSmartLoginConfigurer.iamSmartLogin;
import static org.springframework.security.config.Customizer.withDefaults;

import io.github.iamsmart.spring.security.IamSmartUser;
import io.github.iamsmart.spring.security.RequiresReauthentication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A bank of which all pages are closed, with a form login beside iAM Smart; a transfer asks for a fresh face check. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class StepUpApplication {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=en><title>Bank</title><link rel=icon href=data:,><h1>%s</h1>%s</html>";
    private static final String FORM = "<form method=post action=/transfer><input type=hidden name=_csrf value=\"%s\">"
            + "<label>Amount <input name=amount value=100></label><button data-testid=transfer>Transfer</button></form>"
            + "<form method=post action=/logout><input type=hidden name=_csrf value=\"%1$s\">"
            + "<button data-testid=sign-out>Sign out</button></form>";

    // tag::login[]
    @Bean
    SecurityFilterChain bank(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .with(iamSmartLogin(), withDefaults()) // first: where it leads, browsers go to sign in
                .formLogin(withDefaults()) // for who has another login, at /login
                .build();
    }
    // end::login[]

    @Bean
    UserDetailsService tellers() {
        return new InMemoryUserDetailsManager(User.withUsername("teller")
                .password("{noop}a password of a test")
                .build());
    }

    @GetMapping(path = "/account", produces = MediaType.TEXT_HTML_VALUE)
    String account(@AuthenticationPrincipal IamSmartUser user, CsrfToken token) {
        return PAGE.formatted("Account of " + user.accountType(), FORM.formatted(token.getToken()));
    }

    // tag::step-up[]
    @PostMapping(path = "/transfer", produces = MediaType.TEXT_HTML_VALUE)
    @RequiresReauthentication(within = "PT5M")
    String transfer(@RequestParam("amount") int amount) {
        return PAGE.formatted("Transferred " + amount, "");
    }
    // end::step-up[]
}
