package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The application of somebody who has not signed in. */
class AnonymousPermitBrowserTest extends VisitTest {

    private static final String START = "/permit/new";
    private static final String FORM = "/permit/form";
    private static final By FILL = By.id("fill");
    private static final Map<Language, String> CONTINUE = Map.of(
            Language.EN_US, "Continue with iAM Smart",
            Language.ZH_HK, "以智方便繼續",
            Language.ZH_CN, "使用智方便继续");

    @Test
    void appliesWithoutASignIn() {
        Language language = Language.EN_US;
        visitor.openStartPage(language);
        visitor.press(By.id("apply-anonymously"));
        visitor.waitForAddress(START);
        assertThat(visitor.text(FILL)).isEqualTo(CONTINUE.get(language));
        visitor.expectAGoodPage(language);
        visitor.picture("anonymous-start-" + language.wireValue());

        begin();
        assertThat(site.newestRequest().lang()).isEqualTo(language.wireValue());
        visitor.takePhone();
        visitor.choosePersona("basic");
        visitor.answer(testId("approve"));

        visitor.waitForAddress(FORM);
        assertThat(visitor.text(By.id("englishName"))).isEqualTo("TESTMAN, Basic");
        visitor.expectAGoodPage(language);
        PermitPages.describeTheStall(visitor);
        visitor.press(By.id("check"));
        visitor.waitForAddress("/permit/review");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("anonymous-review-" + language.wireValue());
        visitor.press(By.id("confirm"));

        visitor.waitForAddress("/permit/receipt");
        assertThat(visitor.attribute(By.id("confirmed"), "data-value")).isEqualTo("false");
        visitor.expectAGoodPage(language);
        visitor.open("/services");
        visitor.waitForAddress("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void appliesOnThePhoneAlone(boolean straightToTheApp) {
        takeTheHandset();
        visitor.open(START + "?lang=zh-HK");
        visitor.expectAGoodPage(Language.ZH_HK);
        visitor.picture("mobile-anonymous-start-zh-HK");
        visitor.press(FILL);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        visitor.expectAGoodPage(Language.ZH_HK);
        visitor.picture("mobile-anonymous-waiting-zh-HK");
        if (straightToTheApp) {
            visitor.press(By.id("open-app"));
        } else {
            visitor.press(By.id("continue"));
            visitor.press(testId("open-phone"));
        }
        visitor.choosePersona("chinese-address");
        visitor.press(testId("approve"));

        visitor.waitForAddress(FORM);
        assertThat(visitor.typed(By.id("address"))).contains("紙鳶樓");
        visitor.expectAGoodPage(Language.ZH_HK);
    }

    @ParameterizedTest
    @CsvSource({"cancel, D60000, en-US", "reject, D60001, zh-HK", "fail, D60002, zh-CN", "timeout, D60003, en-US"})
    void whatDoesNotSucceedEndsOnAFriendlyPage(String answer, String code, String lang) {
        Language language = Language.of(lang).orElseThrow();
        visitor.open(START + "?lang=" + lang);
        assertThat(visitor.text(FILL)).isEqualTo(CONTINUE.get(language));
        begin();
        String ticket = visitor.waitForRequest();
        switch (answer) {
            case "cancel" -> site.simulator().cancel(ticket);
            case "reject" -> site.simulator().reject(ticket);
            case "fail" -> site.simulator().fail(ticket);
            default -> {
                site.simulator().advance(Duration.ofMinutes(19));
                visitor.press(testId("back"));
            }
        }

        visitor.waitForAddressBelow("/iamsmart/requests/");
        assertThat(visitor.text(By.tagName("main"))).contains(code);
        visitor.expectAGoodPage(language);
        visitor.picture("anonymous-" + answer + "-" + lang);

        visitor.press(By.id("again"));
        visitor.waitForAddress(START);
        visitor.press(By.id("resume"));
        visitor.waitForAddress(FORM);
    }

    @Test
    void theReturnInAnotherBrowserFillsNothing() {
        visitor.open(START + "?lang=en-US");
        begin();
        String ticket = visitor.waitForRequest();
        visitor.leaveToEmptyPage();
        URI back = site.simulator().approve(ticket, "basic").redirect().orElseThrow();
        takeTheHandset();

        visitor.open(back);

        assertThat(visitor.text(By.tagName("main"))).contains("another browser");
        visitor.open(FORM);
        visitor.waitForAddress(START);
    }

    @Test
    void theReturnCanBeLoadedAgain() {
        visitor.open(START + "?lang=en-US");
        begin();
        String ticket = visitor.waitForRequest();
        visitor.leaveToEmptyPage();
        URI back = site.simulator().approve(ticket, "basic").redirect().orElseThrow();
        visitor.open(back);
        visitor.waitForAddress(FORM);
        visitor.type(By.id("email"), "new.address@example.com");
        PermitPages.describeTheStall(visitor);
        visitor.press(By.id("check"));
        visitor.waitForAddress("/permit/review");

        visitor.open(back);
        visitor.open(FORM);

        assertThat(visitor.typed(By.id("email"))).as("the correction stays").isEqualTo("new.address@example.com");
    }

    private void begin() {
        visitor.press(FILL);
        visitor.waitForAddress("/api/v1/auth/getQR");
    }
}
