package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The application of somebody who has signed in: filled, corrected, confirmed, submitted. */
class PermitBrowserTest extends VisitTest {

    private static final String START = "/services/permit";
    private static final String FORM = "/services/permit/form";
    private static final String WAITING = "/iamsmart/requests/";
    private static final By FILL = By.id("fill");
    private static final By CONFIRM = By.id("confirm");
    private static final By SENTENCE = By.id("sentence");
    private static final Map<Language, String> AUTHENTICATION = Map.of(
            Language.EN_US, "Authentication with iAM Smart",
            Language.ZH_HK, "智方便認證",
            Language.ZH_CN, "智方便认证");

    @ParameterizedTest
    @EnumSource
    void appliesWithThePhoneBesideTheComputer(Language language) {
        visitor.signIn("basic", "/services", language);
        visitor.press(By.id("service-permit"));
        visitor.waitForAddress(START);
        visitor.expectAGoodPage(language);
        visitor.picture("permit-start-" + language.wireValue());

        visitor.press(FILL);
        visitor.waitForAddressBelow(WAITING);
        assertThat(visitor.sees(By.id("open-app"))).isFalse();
        visitor.expectAGoodPage(language);
        visitor.picture("permit-waiting-" + language.wireValue());
        visitor.takePhone();
        visitor.picture("permit-consent-" + language.wireValue());
        visitor.answer(testId("approve"));

        visitor.waitForAddress(FORM);
        expectTheDataOfBasic();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("permit-form-" + language.wireValue());
        visitor.type(By.id("email"), "new.address@example.com");
        describeTheStall();
        visitor.press(By.id("check"));

        visitor.waitForAddress("/services/permit/review");
        assertThat(visitor.text(By.id("review-email"))).isEqualTo("new.address@example.com");
        assertThat(visitor.text(By.id("review-idNumber"))).isEqualTo("A000***(*)");
        assertThat(visitor.text(CONFIRM)).isEqualTo(AUTHENTICATION.get(language));
        visitor.expectAGoodPage(language);
        visitor.wholePicture("permit-review-" + language.wireValue());

        visitor.press(CONFIRM);
        visitor.waitForAddressBelow(WAITING);
        visitor.takePhone();
        visitor.picture("permit-face-" + language.wireValue());
        visitor.answer(testId("approve"));

        visitor.waitForAddress("/services/permit/receipt");
        assertThat(visitor.text(By.id("receipt"))).matches("KSM-\\w{4}-\\w{4}");
        assertThat(visitor.attribute(By.id("confirmed"), "data-value")).isEqualTo("true");
        assertThat(visitor.sees(By.id("bring-card"))).isFalse();
        visitor.expectAGoodPage(language);
        visitor.picture("permit-receipt-" + language.wireValue());

        visitor.open(FORM);
        visitor.waitForAddress("/services/permit/receipt");
    }

    @Test
    void appliesOnThePhoneAlone() {
        Language language = Language.ZH_HK;
        takeTheHandset();
        visitor.signIn("chinese-address", START, language);
        visitor.press(FILL);
        visitor.waitForAddressBelow(WAITING);
        assertThat(visitor.text(By.id("open-app"))).isEqualTo("開啟智方便");
        visitor.expectAGoodPage(language);
        visitor.picture("mobile-permit-waiting-" + language.wireValue());

        visitor.press(By.id("open-app"));
        visitor.press(testId("approve"));

        visitor.waitForAddress(FORM);
        assertThat(visitor.attribute(By.id("chineseName"), "data-origin"))
                .as("a Chinese name that nobody has verified")
                .isEqualTo("FROM_APP");
        assertThat(visitor.typed(By.id("address"))).contains("紙鳶樓");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-permit-form-" + language.wireValue());
        describeTheStall();
        visitor.press(By.id("check"));
        visitor.waitForAddress("/services/permit/review");
        visitor.expectAGoodPage(language);
        visitor.press(CONFIRM);
        visitor.press(By.id("open-app"));
        visitor.press(testId("approve"));

        visitor.waitForAddress("/services/permit/receipt");
        visitor.expectAGoodPage(language);
        visitor.picture("mobile-permit-receipt-" + language.wireValue());
    }

    @ParameterizedTest
    @CsvSource({
        "cancel, D60000, en-US, You cancelled the form filling",
        "reject, D60001, zh-HK, 你沒有同意以「智方便」的資料填寫表格",
        "fail, D60002, zh-CN, 智方便",
        "timeout, D60003, en-US, did not arrive in time"
    })
    void formFillingThatDoesNotSucceedEndsOnAFriendlyPage(String answer, String code, String lang, String sentence) {
        Language language = Language.of(lang).orElseThrow();
        visitor.signIn("basic", START, language);
        visitor.press(FILL);
        visitor.waitForAddressBelow(WAITING);
        refuse(answer);

        assertThat(visitor.text(SENTENCE)).contains(sentence);
        assertThat(visitor.text(By.tagName("main"))).contains(code);
        visitor.expectAGoodPage(language);
        visitor.picture("permit-" + answer + "-" + lang);

        visitor.reload();
        assertThat(visitor.text(SENTENCE)).as("the page can be loaded again").contains(sentence);
        visitor.press(By.id("again"));
        visitor.waitForAddress(START);
        visitor.press(FILL);
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress(FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "reject, D80001, zh-HK, 拒絕",
        "fail, D80002, en-US, could not confirm your identity",
        "timeout, D80003, zh-CN, 智方便",
        "other-face, '', en-US, could not tell that it is you"
    })
    void aConfirmationThatDoesNotSucceedKeepsTheForm(String answer, String code, String lang, String sentence) {
        Language language = Language.of(lang).orElseThrow();
        fillByHand(language);
        visitor.press(CONFIRM);
        visitor.waitForAddressBelow(WAITING);
        refuse(answer);

        if (answer.equals("other-face")) {
            visitor.waitForAddress("/services/permit/review");
            assertThat(visitor.text(By.id("refused"))).contains(sentence);
        } else {
            assertThat(visitor.text(SENTENCE)).contains(sentence);
            assertThat(visitor.text(By.tagName("main"))).contains(code);
        }
        visitor.expectAGoodPage(language);
        visitor.picture("permit-confirm-" + answer + "-" + lang);
        if (!answer.equals("other-face")) {
            visitor.press(By.id("again"));
            visitor.waitForAddress("/services/permit/review");
        }

        visitor.press(By.id("change"));
        assertThat(visitor.typed(By.id("goods"))).isEqualTo("Paper kites");
        visitor.press(By.id("check"));
        visitor.press(CONFIRM);
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress("/services/permit/receipt");
        assertThat(visitor.sees(By.id("bring-card")))
                .as("typed by hand, so the card must be seen")
                .isTrue();
    }

    @Test
    void theWaitingPageSurvivesAReload() {
        visitor.signIn("plus", START, Language.EN_US);
        visitor.press(FILL);
        String request = visitor.waitForAddressBelow(WAITING);

        visitor.reload();
        assertThat(visitor.waitForAddressBelow(WAITING)).isEqualTo(request);
        visitor.waitToSee(By.id("sentence"));
        site.simulator().approve(visitor.waitForRequest());

        visitor.waitForAddress(FORM);
        assertThat(visitor.typed(By.id("postalAddress"))).contains("99001");
    }

    @Test
    void theWaitingPageAsksWhereItIsNotTold() {
        visitor.block("*/events");
        try {
            visitor.signIn("basic", START, Language.EN_US);
            visitor.press(FILL);
            visitor.waitForAddressBelow(WAITING);
            site.simulator().approve(visitor.waitForRequest());

            visitor.waitForAddress(FORM);
        } finally {
            visitor.block();
        }
    }

    @Test
    void theWaitingPageNeedsNoScript() {
        visitor.useScripts(false);
        try {
            visitor.signIn("basic", START, Language.ZH_HK);
            visitor.press(FILL);
            visitor.waitForAddressBelow(WAITING);
            site.simulator().approve(visitor.waitForRequest());

            visitor.waitForAddress(FORM);
        } finally {
            visitor.useScripts(true);
        }
    }

    @Test
    void whoeverLeavesTheWaitingPageFindsTheFormFilledLater() {
        visitor.signIn("basic", START, Language.EN_US);
        visitor.press(FILL);
        visitor.waitForAddressBelow(WAITING);
        visitor.open("/services");
        String ticket = visitor.waitForRequest();
        site.simulator().approve(ticket);
        assertThat(site.simulator()
                        .awaitCallback(ticket, Duration.ofSeconds(90))
                        .status())
                .isEqualTo("delivered");

        visitor.open(START);
        visitor.press(By.id("resume"));

        visitor.reloadUntil(By.cssSelector("#englishName[data-origin=VERIFIED]"));
        expectTheDataOfBasic();
    }

    @Test
    void anotherBrowserSeesNoWaitingPage() {
        visitor.signIn("basic", START, Language.EN_US);
        visitor.press(FILL);
        String request = visitor.waitForAddressBelow(WAITING);
        takeTheHandset();
        visitor.signIn("plus", "/services", Language.EN_US);

        visitor.open(WAITING + request);

        assertThat(visitor.text(By.tagName("h1"))).contains("cannot be shown");
        visitor.open(WAITING + request.replace("/page", ""));
        assertThat(visitor.sees(By.tagName("pre"))).isFalse();
    }

    @Test
    void aUtilityBillIsAProofOfAddress() {
        visitor.signIn("utility-bill", START, Language.ZH_HK);
        visitor.press(FILL);
        site.simulator().approve(visitor.waitForRequest());

        visitor.waitForAddress(FORM);
        assertThat(visitor.text(By.id("proof"))).contains("帳單").contains("年");
        visitor.expectAGoodPage(Language.ZH_HK);
        visitor.wholePicture("permit-bill-zh-HK");
    }

    @Test
    void whatTheUserDoesNotGiveIsTypedByHand() {
        visitor.signIn("basic", START, Language.EN_US);
        visitor.press(FILL);
        visitor.takePhone();
        visitor.press(testId("field-idNo"));
        visitor.press(testId("field-emailAddress"));
        visitor.answer(testId("approve"));

        visitor.waitForAddress(FORM);
        assertThat(visitor.attribute(By.id("englishName"), "data-origin")).isEqualTo("VERIFIED");
        assertThat(visitor.typed(By.id("idNumber"))).isEmpty();
        assertThat(visitor.typed(By.id("email"))).isEmpty();
    }

    @Test
    void aFormWithMistakesSaysWhere() {
        visitor.signIn("under-18", START, Language.ZH_HK);
        visitor.press(FILL);
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress(FORM);
        visitor.type(By.id("email"), "nobody");
        visitor.press(By.id("check"));

        visitor.waitToSee(By.id("errors"));
        assertThat(visitor.text(By.tagName("main"))).contains("檔主須年滿 18 歲").contains("name@example.com");
        assertThat(visitor.attribute(By.id("email"), "aria-invalid")).isEqualTo("true");
        assertThat(visitor.typed(By.id("email"))).isEqualTo("nobody");
        visitor.expectAGoodPage(Language.ZH_HK);
        visitor.wholePicture("permit-mistakes-zh-HK");
    }

    @Test
    void aTokenThatHasEndedLeadsToTheSignInAndBack() {
        visitor.signIn("basic", START, Language.EN_US);
        site.simulator().advance(Duration.ofHours(5));
        visitor.press(FILL);
        visitor.waitForAddress("/api/v1/auth/getQR");
        site.simulator().approve(visitor.waitForRequest(), "basic");

        visitor.waitForAddressBelow(WAITING);
    }

    private void expectTheDataOfBasic() {
        assertThat(visitor.attribute(By.id("englishName"), "data-origin")).isEqualTo("VERIFIED");
        assertThat(visitor.text(By.id("englishName"))).isEqualTo("TESTMAN, Basic");
        assertThat(visitor.text(By.id("idNumber"))).isEqualTo("A000***(*)");
        assertThat(visitor.attribute(By.id("email"), "data-origin")).isEqualTo("FROM_APP");
        assertThat(visitor.typed(By.id("mobile"))).isEqualTo("+85250000103");
        assertThat(visitor.typed(By.id("address"))).contains("PAPER LANTERN HOUSE");
    }

    private void fillByHand(Language language) {
        visitor.signIn("basic", START, language);
        visitor.press(By.id("by-hand"));
        PermitPages.fillByHand(visitor);
        visitor.press(By.id("check"));
        visitor.waitForAddress("/services/permit/review");
    }

    private void describeTheStall() {
        PermitPages.describeTheStall(visitor);
    }

    private void refuse(String answer) {
        String ticket = visitor.waitForRequest();
        switch (answer) {
            case "cancel" -> site.simulator().cancel(ticket);
            case "reject" -> site.simulator().reject(ticket);
            case "fail" -> site.simulator().fail(ticket);
            case "timeout" -> site.simulator().timeout(ticket);
            default -> {
                visitor.takePhone();
                visitor.answer(testId(answer));
            }
        }
    }
}
