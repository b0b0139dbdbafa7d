package io.github.iamsmart.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.security.SecurityBrowser.Page;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Methods that ask for a fresh re-authentication or for iAM Smart+, over HTTP. */
@Timeout(240)
class StepUpTest {

    private static ConfigurableApplicationContext context;
    private static IamSmartSimulator simulator;

    private final SecurityBrowser browser = SecuredApplication.browser(context);

    @Configuration(proxyBeanMethods = false)
    @Import(Chains.MethodSecurity.class)
    static class WithClock {

        @Bean
        OffsetClock clock() {
            return new OffsetClock();
        }
    }

    /** The time of this machine, as the simulator has it, until a test moves it. */
    static final class OffsetClock extends Clock {

        private volatile Duration offset = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }

    @BeforeAll
    static void start() {
        context = SecuredApplication.runInMemory(WithClock.class);
        simulator = context.getBean(IamSmartSimulator.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    /** Of the application and of iAM Smart: neither takes a clock that goes back. */
    private static void advance(Duration by) {
        OffsetClock clock = context.getBean(OffsetClock.class);
        clock.offset = clock.offset.plus(by);
        simulator.advance(by);
    }

    private static String businessId(URI page) {
        assertThat(page.getPath()).matches("/iamsmart/requests/[^/]+/page");
        return page.getPath().split("/", -1)[3];
    }

    private void approve(URI page) {
        simulator.approve(
                simulator.findByBusinessId(businessId(page)).orElseThrow().ticketId());
        awaitState(page, "COMPLETED");
    }

    private void awaitState(URI page, String phase) {
        String state = "/iamsmart/requests/" + businessId(page);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(browser.get(state).body().toUpperCase(Locale.ROOT))
                        .contains(phase));
    }

    @Test
    void aPageIsShownAfterTheApprovalAndThenWithoutOne() {
        browser.signIn("plus");
        Page asked = browser.get("/vault?what=page%201");
        URI page = asked.location();
        assertThat(browser.get("/vault?what=page%201").location())
                .as("a reload does not ask again")
                .isEqualTo(page);

        approve(page);

        assertThat(browser.get("/vault?what=page%201").body()).startsWith("opened page 1");
        assertThat(browser.get("/vault?what=other").body()).startsWith("opened other");
        advance(Duration.ofMinutes(6));
        assertThat(browser.get("/vault?what=other").location().getPath()).endsWith("/page");
    }

    @Test
    void aFormIsPostedAgainAfterTheApproval() {
        browser.signIn("plus");
        Page pressed = browser.postWithToken("/vault", "what=a+form");

        assertThat(pressed.status()).isEqualTo(303);
        approve(pressed.location());

        assertThat(browser.get("/vault?continue").body()).startsWith("opened a form");
    }

    @Test
    void aDeclinedRequestProvesNothing() {
        browser.signIn("plus");
        URI page = browser.get("/vault?what=declined").location();

        simulator.reject(
                simulator.findByBusinessId(businessId(page)).orElseThrow().ticketId());
        awaitState(page, "DECLINED");

        Page again = browser.get("/vault?what=declined");
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).isNotEqualTo(page);
    }

    @Test
    void theApprovalOfAnotherSessionProvesNothing() {
        browser.signIn("plus");
        SecurityBrowser elsewhere = SecuredApplication.browser(context);
        elsewhere.signIn("plus");
        approve(elsewhere.get("/vault").location());
        assertThat(elsewhere.get("/vault").status()).isEqualTo(200);

        assertThat(browser.get("/vault").status()).isEqualTo(303);
    }

    @Test
    void theApprovalEndsWithTheSignIn() {
        browser.signIn("plus");
        approve(browser.get("/vault").location());
        assertThat(browser.get("/vault").status()).isEqualTo(200);
        browser.postWithToken("/logout", "a=b");

        browser.signIn("plus");

        assertThat(browser.get("/vault").status()).isEqualTo(303);
    }

    @Test
    void anotherUsersApprovalProvesNothing() {
        browser.signIn("plus");
        approve(browser.get("/vault").location());
        assertThat(browser.get("/vault").status()).isEqualTo(200);

        browser.signIn("basic");

        assertThat(browser.get("/vault").status()).isEqualTo(303);
    }

    @Test
    void aSignInCountsWhereTheMethodSaysSo() {
        browser.signIn("plus");

        assertThat(browser.get("/recent").body()).isEqualTo("recent");
        advance(Duration.ofMinutes(11));
        assertThat(browser.get("/recent").status()).isEqualTo(303);
    }

    @Test
    void aScriptIsToldWhatIsMissing() {
        browser.signIn("basic");

        Page vault = browser.get("/vault", "Accept", "application/json");
        assertThat(vault.status()).isEqualTo(401);
        assertThat(vault.header("www-authenticate"))
                .isEqualTo("iAM-Smart error=\"insufficient_user_authentication\", max_age=300");
        assertThat(vault.body()).contains("\"reauthentication_required\"").contains("300");
        Page contract = browser.get("/contract", "Accept", "application/json");
        assertThat(contract.status()).isEqualTo(403);
        assertThat(contract.body()).contains("\"iamsmart_plus_required\"");
    }

    @Test
    void aUserWithoutIamSmartPlusReadsWhatToDo() {
        browser.signIn("basic");
        Page refused = browser.get("/contract");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("iAM Smart+ account");

        browser.signIn("plus");
        assertThat(browser.get("/contract").body()).isEqualTo("signed");
    }

    @Test
    void noOtherSiteAndNoSpeculativeLoadPostsTheFormAgain() {
        browser.signIn("plus");
        approve(browser.postWithToken("/vault", "what=a+form").location());

        assertThat(browser.get("/vault?continue", "Sec-Fetch-Site", "cross-site")
                        .body())
                .doesNotContain("a form");
        assertThat(browser.get("/vault?continue", "Sec-Purpose", "prefetch").body())
                .doesNotContain("a form");
        assertThat(browser.get("/vault?continue", "Sec-Fetch-Site", "same-origin")
                        .body())
                .startsWith("opened a form");
    }

    @Test
    void aSpeculativeLoadTakesNothingFromTheRequestUnderWay() {
        browser.signIn("plus");
        URI page = browser.get("/vault").location();

        assertThat(browser.get("/vault?what=other", "Sec-Purpose", "prefetch").status())
                .isEqualTo(204);

        approve(page);
        assertThat(browser.get("/vault").status()).isEqualTo(200);
    }

    @Test
    void theAnnotationsHoldWhereNothingElseWrapsBeans() {
        try (ConfigurableApplicationContext plain =
                SecuredApplication.runInMemory(Chains.BothLogins.class, "spring.aop.auto=false")) {
            SecurityBrowser user = SecuredApplication.browser(plain);
            user.signIn("basic");

            assertThat(user.get("/vault").status()).isEqualTo(303);
            assertThat(user.get("/contract").status()).isEqualTo(403);
        }
    }

    @Test
    void nobodyStaysAuthenticatedWhoseSignInHasGone() {
        try (ConfigurableApplicationContext saving = SecuredApplication.runInMemory(Chains.SavedAtTheEnd.class)) {
            SecurityBrowser user = SecuredApplication.browser(saving);
            user.signIn("plus");
            assertThat(user.get("/who").status()).isEqualTo(200);
            assertThat(user.get("/forget").status()).isEqualTo(200);

            assertThat(user.get("/who").status()).isEqualTo(303);
        }
    }
}
