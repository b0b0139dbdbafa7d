package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The sign-in as people see it: on a computer with the phone beside it, and on the phone alone. */
class SignInBrowserTest extends VisitTest {

    private static final Map<Language, String> BUTTON = Map.of(
            Language.EN_US, "Login with iAM Smart",
            Language.ZH_HK, "智方便登入",
            Language.ZH_CN, "智方便登录");
    private static final Map<Language, String> MORE_INFO = Map.of(
            Language.EN_US, "https://www.iamsmart.gov.hk/en/",
            Language.ZH_HK, "https://www.iamsmart.gov.hk/tc/",
            Language.ZH_CN, "https://www.iamsmart.gov.hk/sc/");

    private long earlierExchanges;

    @BeforeEach
    void countExchanges() {
        earlierExchanges = site.exchanges();
    }

    @ParameterizedTest
    @EnumSource
    void signsInWithThePhoneBesideTheComputer(Language language) {
        visitor.openStartPage(language);
        assertThat(visitor.text(By.id("login"))).isEqualTo(BUTTON.get(language));
        assertThat(visitor.attribute(By.id("more-info"), "href")).isEqualTo(MORE_INFO.get(language));
        visitor.expectAGoodPage(language);
        visitor.picture("home-" + language.wireValue());

        visitor.pressLogin();
        visitor.waitToSee(testId("qr"));
        assertThat(site.newestRequest().lang()).isEqualTo(language.wireValue());
        assertThat(site.newestRequest().source()).isEqualTo("PC_Browser");
        visitor.picture("qr-" + language.wireValue());

        visitor.takePhone();
        visitor.choosePersona("plus");
        visitor.picture("phone-" + language.wireValue());
        visitor.answer(testId("approve"));

        visitor.waitForAddress("/services");
        assertThat(visitor.text(By.id("tokenised-id"))).contains("…");
        assertThat(visitor.attribute(By.id("account-type"), "data-value")).isEqualTo("sign");
        assertThat(visitor.text(By.id("scopes"))).contains("eidapi_auth");
        assertThat(visitor.text(By.id("expires"))).contains("20");
        visitor.expectAGoodPage(language);
        visitor.picture("services-" + language.wireValue());

        visitor.press(By.id("service-stalls"));
        visitor.waitForAddress("/services/stalls");
        visitor.expectAGoodPage(language);

        visitor.press(By.id("sign-out"));
        visitor.waitForAddress("/");
        visitor.waitToSee(By.id("login"));
        visitor.open("/services");
        visitor.waitForAddress("/sign-in");
    }

    @ParameterizedTest
    @EnumSource
    void signsInOnThePhoneAlone(Language language) {
        takeTheHandset();
        visitor.openStartPage(language);
        visitor.expectAGoodPage(language);
        visitor.picture("mobile-home-" + language.wireValue());

        visitor.pressLogin();
        assertThat(site.newestRequest().source()).isEqualTo("Android_Chrome");
        visitor.picture("mobile-broker-" + language.wireValue());

        visitor.press(testId("open-phone"));
        visitor.choosePersona("basic");
        visitor.picture("mobile-phone-" + language.wireValue());
        visitor.press(testId("approve"));

        visitor.waitForAddress("/services");
        assertThat(visitor.attribute(By.id("account-type"), "data-value")).isEqualTo("default");
        visitor.expectAGoodPage(language);
        visitor.picture("mobile-services-" + language.wireValue());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalEndsOnAFriendlyPage(Language language) {
        visitor.openStartPage(language);
        visitor.pressLogin();
        visitor.takePhone();
        visitor.answer(testId("reject"));

        visitor.waitForAddress("/sign-in-failed");
        visitor.expectAGoodPage(language);
        visitor.picture("refused-" + language.wireValue());
        assertThat(exchanges()).isZero();

        visitor.pressLogin();
    }

    @Test
    void aCodeThatIsTooOldEndsOnAFriendlyPage() {
        visitor.openStartPage(Language.EN_US);
        visitor.pressLogin();
        String ticket = site.newestRequest().ticketId();
        visitor.leaveToEmptyPage();
        URI callback = site.simulator().approve(ticket, "basic").redirect().orElseThrow();
        site.simulator().advance(Duration.ofSeconds(61));

        visitor.open(callback);

        visitor.waitForAddress("/sign-in-failed");
        visitor.expectAGoodPage(Language.EN_US);
        visitor.picture("expired-en-US");
        assertThat(exchanges()).isOne();
    }

    @Test
    void aRequestThatNobodyAnswersEndsOnAFriendlyPage() {
        visitor.openStartPage(Language.ZH_HK);
        visitor.pressLogin();

        site.simulator().advance(Duration.ofMinutes(19));
        visitor.press(testId("back"));

        visitor.waitForAddress("/sign-in-failed");
        visitor.expectAGoodPage(Language.ZH_HK);
        visitor.picture("timed-out-zh-HK");
        assertThat(exchanges()).isZero();
    }

    @Test
    void backAndReloadExchangeNothingAgain() {
        visitor.openStartPage(Language.EN_US);
        visitor.pressLogin();
        URI callback = site.simulator()
                .approve(site.newestRequest().ticketId(), "basic")
                .redirect()
                .orElseThrow();
        visitor.waitForAddress("/services");
        assertThat(exchanges()).isOne();

        visitor.open(callback);
        visitor.waitForAddress("/services");
        visitor.expectAGoodPage(Language.EN_US);
        visitor.reload();
        visitor.back();
        visitor.open(callback);
        visitor.waitForAddress("/services");

        assertThat(exchanges()).isOne();
    }

    @Test
    void theCallbackInAnotherBrowserSignsNobodyIn() {
        visitor.openStartPage(Language.EN_US);
        visitor.pressLogin();
        String ticket = site.newestRequest().ticketId();
        visitor.leaveToEmptyPage();
        URI callback = site.simulator().approve(ticket, "basic").redirect().orElseThrow();
        visitor.open("/");
        visitor.forgetEverything();

        visitor.open(callback);
        visitor.expectAGoodPage(Language.EN_US);
        visitor.reload();

        assertThat(exchanges()).isZero();
        visitor.open("/services");
        visitor.waitForAddress("/sign-in");
    }

    @Test
    void aClosedPageIsReachedAfterTheSignIn() {
        visitor.open("/services/stalls?lang=zh-HK");
        visitor.waitForAddress("/sign-in");
        visitor.expectAGoodPage(Language.ZH_HK);

        visitor.pressLogin();
        site.simulator().approve(site.newestRequest().ticketId(), "basic");

        visitor.waitForAddress("/services/stalls");
        visitor.expectAGoodPage(Language.ZH_HK);
    }

    @Test
    void anUnknownAddressEndsOnAFriendlyPage() {
        visitor.open("/nothing-here?lang=zh-CN");

        assertThat(visitor.text(By.tagName("h1"))).contains("没有摊位");
        visitor.picture("not-found-zh-CN");
    }

    /** How many codes the site has exchanged, or tried to, in this test. */
    private long exchanges() {
        return site.exchanges() - earlierExchanges;
    }
}
