package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The sign-in that begins in the catalogue of the app: with the phone beside a computer, and on the phone alone. */
class DirectLoginBrowserTest extends VisitTest {

    private static final By CATALOGUE = By.id("catalogue");
    private static final By TOKENISED_ID = By.id("tokenised-id");
    private static final By ACCOUNT_TYPE = By.id("account-type");
    private static final By SENTENCE = By.id("sentence");
    private static final Map<Language, String> LINK = Map.of(
            Language.EN_US, "open the service catalogue of the simulated phone",
            Language.ZH_HK, "開啟模擬手機的服務目錄",
            Language.ZH_CN, "打开模拟手机的服务目录");
    private static final Map<Language, String> USED = Map.of(
            Language.EN_US, "This sign-in link has been used already, or it is too old.",
            Language.ZH_HK, "此登入連結已經使用，或已過時。",
            Language.ZH_CN, "此登录链接已经使用，或已过期。");

    private long earlierExchanges;

    @BeforeEach
    void countExchanges() {
        earlierExchanges = site.exchanges();
    }

    @ParameterizedTest
    @EnumSource
    void signsInByVersion2WithThePhoneBesideTheComputer(Language language) {
        visitor.openStartPage(language);
        assertThat(visitor.text(CATALOGUE)).isEqualTo(LINK.get(language));
        visitor.followToNewWindow(CATALOGUE);
        visitor.waitToSee(open("v2"));
        visitor.picture("catalogue-" + language.wireValue());

        visitor.press(open("v2"));
        assertThat(site.newestRequest().lang()).isEqualTo(language.wireValue());
        assertThat(site.newestRequest().state()).isEmpty();
        visitor.choosePersona("plus");
        visitor.picture("direct-login-phone-" + language.wireValue());
        visitor.press(testId("approve"));

        expectToBeSignedIn("sign", language);
        visitor.picture("direct-login-services-" + language.wireValue());
    }

    @ParameterizedTest
    @EnumSource
    void signsInByVersion1WithThePhoneBesideTheComputer(Language language) {
        visitor.openStartPage(language);
        visitor.followToNewWindow(CATALOGUE);

        visitor.press(open("v1"));
        assertThat(site.newestRequest().state()).isPresent();
        visitor.choosePersona("basic");
        visitor.press(testId("approve"));

        expectToBeSignedIn("default", language);
    }

    @ParameterizedTest
    @EnumSource
    void signsInByVersion2OnThePhoneAlone(Language language) {
        takeTheHandset();
        visitor.openStartPage(language);
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-home-whole-" + language.wireValue());
        visitor.followToNewWindow(CATALOGUE);
        visitor.waitToSee(open("v2"));
        visitor.picture("mobile-catalogue-" + language.wireValue());

        visitor.press(open("v2"));
        visitor.choosePersona("basic");
        visitor.picture("mobile-direct-login-phone-" + language.wireValue());
        visitor.press(testId("approve"));

        expectToBeSignedIn("default", language);
        visitor.picture("mobile-direct-login-services-" + language.wireValue());
    }

    @Test
    void signsInByVersion1OnThePhoneAlone() {
        takeTheHandset();
        visitor.openStartPage(Language.ZH_HK);
        visitor.followToNewWindow(CATALOGUE);

        visitor.press(open("v1"));
        visitor.choosePersona("plus");
        visitor.press(testId("approve"));

        expectToBeSignedIn("sign", Language.ZH_HK);
    }

    @ParameterizedTest
    @CsvSource({"v1, en-US", "v2, zh-HK"})
    void theNewUserTakesThePlaceOfTheOneWhoWasSignedIn(String version, String lang) {
        Language language = Language.of(lang).orElseThrow();
        visitor.signIn("plus", "/services", language);
        earlierExchanges = site.exchanges();
        String before = visitor.text(TOKENISED_ID);
        visitor.followToNewWindow(By.id("phone"));
        visitor.press(testId("catalogue"));

        visitor.press(open(version));
        visitor.choosePersona("basic");
        visitor.press(testId("approve"));

        expectToBeSignedIn("default", language);
        String after = visitor.text(TOKENISED_ID);
        assertThat(after).isNotEqualTo(before);
        visitor.backToComputer();
        visitor.open("/services");
        assertThat(visitor.text(TOKENISED_ID)).as("in the window that was open").isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource
    void aUsedLinkEndsOnAFriendlyPage(Language language) {
        URI link = link("plus");
        visitor.open(link);
        visitor.waitForAddress("/services");
        visitor.forgetEverything();
        visitor.openStartPage(language);

        visitor.open(link);

        expectAFriendlyPage(language);
        assertThat(visitor.text(SENTENCE)).isEqualTo(USED.get(language));
        visitor.picture("direct-login-used-" + language.wireValue());
        assertThat(exchanges()).isOne();
        visitor.pressLogin();
    }

    @Test
    void aUsedLinkLeavesTheOneWhoIsSignedInAlone() {
        URI link = link("basic");
        visitor.open(link);
        visitor.waitForAddress("/services");
        visitor.forgetEverything();
        visitor.signIn("plus", "/services", Language.EN_US);

        visitor.open(link);

        visitor.waitForAddress("/services");
        assertThat(visitor.attribute(ACCOUNT_TYPE, "data-value")).isEqualTo("sign");
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoDeclinesInTheAppSeesAFriendlyPage(Language language) {
        visitor.openStartPage(language);
        visitor.followToNewWindow(CATALOGUE);
        visitor.press(open("v2"));

        visitor.press(testId("reject"));

        expectAFriendlyPage(language);
        visitor.picture("direct-login-declined-" + language.wireValue());
        assertThat(exchanges()).isZero();
        visitor.pressLogin();
    }

    @Test
    void aLinkThatIsTooOldEndsOnAFriendlyPage() {
        visitor.openStartPage(Language.ZH_CN);
        URI link = link("basic");
        site.simulator().advance(Duration.ofSeconds(61));

        visitor.open(link);

        expectAFriendlyPage(Language.ZH_CN);
        visitor.picture("direct-login-too-old-zh-CN");
    }

    @Test
    void aSignInByVersion1ThatComesBackToAnotherBrowserEndsOnAFriendlyPage() {
        takeTheHandset();
        visitor.openStartPage(Language.EN_US);
        visitor.followToNewWindow(CATALOGUE);
        visitor.press(open("v1"));
        SimulatedRequest request = site.newestRequest();
        URI back =
                site.simulator().approve(request.ticketId(), "basic").redirect().orElseThrow();
        takeTheComputer();
        visitor.openStartPage(Language.EN_US);

        visitor.open(back);

        expectAFriendlyPage(Language.EN_US);
        assertThat(visitor.text(SENTENCE)).contains("another browser");
        visitor.picture("direct-login-other-browser-en-US");
        assertThat(exchanges()).isZero();
    }

    @Test
    void aLinkOfVersion1ToAnywhereElseGoesNowhere() {
        visitor.openStartPage(Language.ZH_HK);

        visitor.open("/iamsmart/direct-login?redirectURI=https%3A%2F%2Fevil.example%2F&eserviceName=Market"
                + "&scope=eidapi_auth&ClientID=" + site.clientId());

        expectAFriendlyPage(Language.ZH_HK);
        visitor.picture("direct-login-elsewhere-zh-HK");
    }

    private By open(String version) {
        return testId("open-" + version + "-" + site.clientId());
    }

    /** What the app opens the browser with, once a persona has picked the site. */
    private URI link(String persona) {
        return site.simulator().directLogin(site.clientId(), persona).redirect().orElseThrow();
    }

    private void expectToBeSignedIn(String accountType, Language language) {
        visitor.waitForAddress("/services");
        assertThat(visitor.attribute(ACCOUNT_TYPE, "data-value")).isEqualTo(accountType);
        assertThat(visitor.text(By.id("scopes"))).contains("eidapi_auth").doesNotContain("eidapi_sign");
        visitor.expectAGoodPage(language);
        assertThat(exchanges()).isOne();
    }

    private void expectAFriendlyPage(Language language) {
        visitor.waitForAddress("/sign-in-failed");
        visitor.expectAGoodPage(language);
        visitor.open("/services");
        visitor.waitForAddress("/sign-in");
        visitor.back();
        visitor.waitForAddress("/sign-in-failed");
    }

    /** How many codes the site has exchanged, or tried to, in this test. */
    private long exchanges() {
        return site.exchanges() - earlierExchanges;
    }
}
