package io.github.iamsmart.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.security.SecurityBrowser.Page;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;

/** A filter chain with iAM Smart and form login beside each other, over HTTP. */
@Timeout(240)
class FormLoginBesideTest {

    private static ConfigurableApplicationContext context;

    private final SecurityBrowser browser = SecuredApplication.browser(context);

    @BeforeAll
    static void start() {
        context = SecuredApplication.runInMemory(Chains.BothLogins.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void clear() {
        heard().refuses = false;
        heard().events.clear();
    }

    private static SecuredApplication.Heard heard() {
        return context.getBean(SecuredApplication.Heard.class);
    }

    @Test
    void thePageThatWasAskedForIsShownAfterTheSignIn() {
        Page asked = browser.get("/who?a=b%20c&d");

        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location().getPath()).isEqualTo("/iamsmart/login");
        URI back = browser.signIn(asked.location(), "plus").location();

        assertThat(back.toString()).startsWith(browser.url("/who?a=b%20c&d").toString());
        Page shown = browser.get(back);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body())
                .startsWith("IamSmartAuthenticationToken ")
                .contains(" sign default")
                .contains("IAMSMART", "ACCOUNT_IAMSMART", "ACCOUNT_IAMSMART_PLUS", "SCOPE_eidapi_auth");
        assertThat(browser.get("/sign").status())
                .as("a scope that was not granted")
                .isEqualTo(403);
    }

    @Test
    void whoAsksForNoPageGets401() {
        assertThat(browser.get("/who", "Accept", "application/json").status()).isEqualTo(401);
    }

    @Test
    void theNameIsTheTokenisedIdAndArgumentsKeepWorking() {
        URI back = browser.signIn("plus").location();

        assertThat(back.getPath()).isEqualTo("/welcome");
        String name = browser.get(back).body();
        assertThat(browser.get("/sign-in").body()).isEqualTo(name + "true");
    }

    @Test
    void theSessionGetsANewIdAndKeepsWhatItHas() {
        browser.signIn("basic");
        String before = browser.get("/session").body();

        browser.signIn("basic");

        assertThat(browser.get("/basket").body()).endsWith(" full").doesNotStartWith(before);
    }

    @Test
    void springSecurityTellsOfTheSignIn() {
        browser.signIn("basic");

        assertThat(heard().events).hasSize(2);
        assertThat(heard().events.get(0)).isInstanceOf(AuthenticationSuccessEvent.class);
        assertThat(heard().events.get(1)).isInstanceOf(InteractiveAuthenticationSuccessEvent.class);
        assertThat(heard().events)
                .allSatisfy(
                        event -> assertThat(event.getAuthentication()).isInstanceOf(IamSmartAuthenticationToken.class));
    }

    @Test
    void aListenerThatRefusesLeavesNobodySignedIn() {
        browser.signIn("basic");
        heard().refuses = true;

        Page refused = browser.signIn("basic");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("cannot let you in");
        heard().refuses = false;
        assertThat(browser.get("/who", "Accept", "application/json").status()).isEqualTo(401);
        assertThat(browser.get("/sign-in", "Accept", "application/json").status())
                .isEqualTo(401);
    }

    @Test
    void theApplicationsOwnFormsKeepTheirProtection() {
        browser.signIn("basic");

        assertThat(browser.post("/transfer", "amount=1").status()).isEqualTo(403);
        assertThat(browser.postWithToken("/transfer", "amount=1").body()).isEqualTo("transferred");
    }

    /** Although the application's logout keeps the session. */
    @Test
    void whoLogsOutIsSignedOutOfIamSmartToo() {
        browser.signIn("basic");
        assertThat(browser.get("/who").status()).isEqualTo(200);

        assertThat(browser.postWithToken("/logout", "a=b").location().getPath()).isEqualTo("/");

        assertThat(browser.get("/who", "Accept", "application/json").status()).isEqualTo(401);
        formLogin();
        assertThat(browser.get("/who").body()).contains("UsernamePasswordAuthenticationToken");
        assertThat(browser.get("/sign-in", "Accept", "application/json").status())
                .isEqualTo(401);
    }

    private void formLogin() {
        assertThat(browser.postWithToken("/login", "username=teller&password=secret")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void whoseSignInHasGoneIsNobody() {
        browser.signIn("basic");

        browser.get("/forget");

        assertThat(browser.get("/who", "Accept", "application/json").status()).isEqualTo(401);
    }

    @Test
    void anotherUserOfTheSameBrowserIsAnotherUser() {
        String first = browser.get(browser.signIn("basic").location()).body();
        browser.get("/session");

        String second = browser.get(browser.signIn("plus").location()).body();

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.get("/who").body()).contains(second);
        assertThat(browser.get("/basket").body()).endsWith(" null");
    }

    /** Another user may sit at this browser: what iAM Smart proved of the one before is not theirs. */
    @Test
    void aFormLoginEndsTheSignInBefore() {
        browser.signIn("basic");

        formLogin();

        assertThat(browser.get("/who").body()).contains("UsernamePasswordAuthenticationToken nobody");
        assertThat(browser.get("/sign-in", "Accept", "application/json").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /iamsmart/login",
                "GET /iamsmart/callback/login",
                "GET /iamsmart/callback/direct-login",
                "GET /iamsmart/direct-login",
                "GET /iamsmart/callback/anonymous",
                "GET /iamsmart/requests/00000000-0000-0000-0000-000000000000",
                "GET /iamsmart/requests/00000000-0000-0000-0000-000000000000/events",
                "GET /iamsmart/requests/00000000-0000-0000-0000-000000000000/page",
                "GET /iamsmart/requests/00000000-0000-0000-0000-000000000000/gateway",
                "GET /iamsmart/requests/continue",
                "GET /iamsmart/pages/iamsmart.css",
                "GET /iamsmart/pages/waiting.js",
                "POST /iamsmart/callback/default/results"
            })
    void theEndpointsAreLetThrough(String endpoint) {
        String[] parts = endpoint.split(" ", 2);

        Page answer = browser.send(parts[0], browser.url(parts[1]), "");

        assertThat(answer.status()).isNotIn(401, 403);
        if (answer.status() == 303 || answer.status() == 302) {
            assertThat(answer.header("location")).doesNotContain("/iamsmart/login");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /iamsmart/",
                "GET /iamsmart/login/",
                "GET /iamsmart/login/more",
                "GET /iamsmart/logins",
                "GET /iamsmart/%6cogin",
                "GET /iamsmart/callback/default/results",
                "GET /iamsmart/requests/1/more",
                "GET /iamsmart/requests/a%2fb",
                "GET /iamsmart/pages/other.css",
                "GET /iamsmart/callback/other/login",
                "PUT /iamsmart/callback/default/results",
                "POST /iamsmart/callback/other/results",
                "POST /iamsmart/login",
                "GET /iamsmart/login;jsessionid=1/../who",
                "GET /who;/iamsmart/login"
            })
    void nothingElseBesideThemIs(String endpoint) {
        String[] parts = endpoint.split(" ", 2);

        Page answer = browser.send(parts[0], browser.url(parts[1]), "", "Accept", "application/json");

        assertThat(answer.status()).isIn(400, 401, 403);
    }

    @Test
    void aResultOfIamSmartNeedsNoTokenAndNoUser() {
        assertThat(context.getBean(IamSmartSimulator.class).log()).isNotNull();
        assertThat(browser.post("/iamsmart/callback/default/results", "a=b").status())
                .isEqualTo(200);
    }
}
