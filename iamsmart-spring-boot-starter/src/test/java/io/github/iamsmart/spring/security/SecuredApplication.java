package io.github.iamsmart.spring.security;

import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application with Spring Security that tells who calls it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SecuredApplication {

    static ConfigurableApplicationContext run(Class<?> chains, String... properties) {
        return new SpringApplicationBuilder(SecuredApplication.class, chains)
                .properties(
                        "server.port=0",
                        "iamsmart.simulator.port=0",
                        "iamsmart.requests.sweep-interval=100ms",
                        "iamsmart.sign-in.scopes=eidapi_auth,eidapi_fr",
                        "iamsmart.sign-in.success-url=/welcome",
                        "spring.main.banner-mode=off")
                .properties(properties)
                .run();
    }

    /** Where nothing else is asked for, sessions stay in the memory of the server. */
    static ConfigurableApplicationContext runInMemory(Class<?> chains, String... properties) {
        return run(chains, concat(properties, EXCLUDED));
    }

    private static final String EXCLUDED = "spring.autoconfigure.exclude="
            + "org.springframework.boot.autoconfigure.session.SessionAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.data.redis.RedisRepositoriesAutoConfiguration";

    static String[] concat(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    static URI address(ConfigurableApplicationContext context) {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static SecurityBrowser browser(ConfigurableApplicationContext context) {
        return new SecurityBrowser(address(context), context.getBean(IamSmartSimulator.class));
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("teller").password("{noop}secret").build());
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** What Spring Security told of sign-ins. */
    static class Heard {

        final List<AbstractAuthenticationEvent> events = new CopyOnWriteArrayList<>();
        volatile boolean refuses;

        @EventListener
        void hear(AbstractAuthenticationEvent event) {
            events.add(event);
        }

        @EventListener
        void judge(AuthenticationSuccessEvent event) {
            if (refuses) {
                throw new DisabledException("closed account");
            }
        }
    }

    @Service
    static class Vault {

        volatile int opened;

        @RequiresReauthentication
        public String open(String what) {
            return "opened " + what + " " + ++opened;
        }
    }

    @Bean
    Vault vault() {
        return new Vault();
    }

    @RestController
    static class Pages {

        private final Vault vault;

        Pages(Vault vault) {
            this.vault = vault;
        }

        @GetMapping("/")
        String start() {
            return "start";
        }

        @GetMapping("/welcome")
        String welcome(Authentication authentication) {
            return authentication.getName();
        }

        @GetMapping("/who")
        String who(@AuthenticationPrincipal @Nullable IamSmartUser user, Authentication authentication) {
            return authentication.getClass().getSimpleName() + " "
                    + (user == null ? "nobody" : user.getName() + " " + user.accountType() + " " + user.client())
                    + " " + authentication.getAuthorities();
        }

        @GetMapping("/sign-in")
        String signIn(IamSmartSignIn signIn, AccessToken token) {
            return signIn.tokenisedId().value() + signIn.accessToken().equals(token);
        }

        @GetMapping("/session")
        String session(HttpSession session) {
            session.setAttribute("basket", "full");
            return session.getId();
        }

        @GetMapping("/basket")
        String basket(HttpSession session) {
            return session.getId() + " " + session.getAttribute("basket");
        }

        @GetMapping("/form")
        String form(CsrfToken token) {
            return "<input name=\"_csrf\" type=\"hidden\" value=\"" + token.getToken() + "\">";
        }

        @PostMapping("/transfer")
        String transfer() {
            return "transferred";
        }

        @GetMapping("/forget")
        String forget(HttpServletRequest request) {
            IamSmartSignIn.forget(request);
            return "forgotten";
        }

        @GetMapping("/vault")
        String vault(@RequestParam(name = "what", defaultValue = "box") String what) {
            return vault.open(what);
        }

        @PostMapping("/vault")
        String posted(@RequestParam("what") String what) {
            return vault.open(what);
        }

        @GetMapping("/recent")
        @RequiresReauthentication(within = "PT10M", signInCounts = true)
        String recent() {
            return "recent";
        }

        @GetMapping("/contract")
        @RequiresIamSmartPlus
        String contract() {
            return "signed";
        }
    }
}
