package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The application is signed as a PDF, the terms by their hash; with a sign-in and without. */
class SigningBrowserTest extends VisitTest {

    private static final String APPLICATION = "/services/signing/application";
    private static final String TERMS = "/services/signing/terms";
    private static final String ANONYMOUS_APPLICATION = "/signing/application";
    private static final String ANONYMOUS_TERMS = "/signing/terms";
    private static final By SIGN = By.id("sign");
    private static final By DIGITS = By.id("digits");
    private static final By VERDICT = By.id("verdict");
    private static final String PLUS = "B000002(2)";
    private static final Map<Language, String> SIGNING = Map.of(
            Language.EN_US, "Signing with iAM Smart",
            Language.ZH_HK, "智方便簽署",
            Language.ZH_CN, "智方便签署");
    private static final Map<Language, String> CONTINUE = Map.of(
            Language.EN_US, "Continue with iAM Smart",
            Language.ZH_HK, "以智方便繼續",
            Language.ZH_CN, "使用智方便继续");

    @TempDir
    Path folder;

    @AfterEach
    void mendTheAuthority() {
        site.simulator().clearFaults();
        site.advance(Duration.ofSeconds(61)); // what it has said is kept for a minute
    }

    @ParameterizedTest
    @EnumSource
    void signsTheApplicationWithThePhoneBesideTheComputer(Language language) throws Exception {
        submit("plus", PLUS, language);
        visitor.press(SIGN);
        visitor.waitForAddress(APPLICATION);
        assertThat(visitor.text(SIGN)).isEqualTo(SIGNING.get(language));
        assertThat(visitor.sees(By.id("more-info"))).isTrue();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("signing-start-" + language.wireValue());

        visitor.press(SIGN);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        String digits = visitor.text(DIGITS);
        visitor.expectAGoodPage(language);
        visitor.picture("signing-waiting-" + language.wireValue());
        visitor.takePhone();
        assertThat(visitor.text(testId("identification-code"))).isEqualTo(digits);
        visitor.picture("signing-phone-" + language.wireValue());
        visitor.answer(testId("approve"));

        visitor.waitForAddress(APPLICATION + "/report");
        assertThat(visitor.attribute(VERDICT, "data-value")).isEqualTo("true");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("signing-report-" + language.wireValue());
        expectASignedPdf();
    }

    @Test
    void signsTheApplicationWithoutASignIn() throws Exception {
        Language language = Language.ZH_HK;
        visitor.open("/permit/new?lang=" + language.wireValue());
        visitor.press(By.id("by-hand"));
        PermitPages.fillByHand(visitor);
        visitor.press(By.id("check"));
        visitor.press(By.id("confirm"));
        visitor.waitForAddress("/permit/receipt");
        visitor.expectAGoodPage(language);
        visitor.press(SIGN);
        visitor.waitForAddress(ANONYMOUS_APPLICATION);
        assertThat(visitor.text(SIGN)).isEqualTo(CONTINUE.get(language));
        visitor.expectAGoodPage(language);
        visitor.picture("signing-anonymous-start-" + language.wireValue());

        continueAs(PLUS);
        String digits = visitor.text(DIGITS);
        visitor.expectAGoodPage(language);
        visitor.picture("signing-anonymous-code-" + language.wireValue());
        visitor.press(By.id("continue"));
        visitor.takePhone();
        visitor.choosePersona("plus");
        assertThat(visitor.text(testId("identification-code"))).isEqualTo(digits);
        visitor.answer(testId("approve"));

        visitor.waitForAddress(ANONYMOUS_APPLICATION + "/report");
        assertThat(visitor.attribute(VERDICT, "data-value")).isEqualTo("true");
        visitor.expectAGoodPage(language);
        expectASignedPdf();
    }

    @Test
    void signsTheTermsOnThePhoneAlone() {
        Language language = Language.ZH_HK;
        takeTheHandset();
        visitor.signIn("plus", "/services", language);
        visitor.press(By.id("service-terms"));
        visitor.waitForAddress(TERMS);
        assertThat(visitor.text(By.id("terms"))).contains("紙鳶街市集守則");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-signing-terms-" + language.wireValue());
        visitor.press(SIGN);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        String digits = visitor.text(DIGITS);
        visitor.expectAGoodPage(language);
        visitor.picture("mobile-signing-waiting-" + language.wireValue());
        visitor.press(By.id("open-app"));
        assertThat(visitor.text(testId("identification-code"))).isEqualTo(digits);
        visitor.press(testId("approve"));

        visitor.waitForAddress(TERMS + "/report");
        assertThat(visitor.attribute(VERDICT, "data-value")).isEqualTo("true");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-signing-report-" + language.wireValue());
    }

    @Test
    void signsTheTermsWithoutASignIn() {
        Language language = Language.EN_US;
        visitor.openStartPage(language);
        visitor.press(By.id("terms-anonymously"));
        visitor.waitForAddress(ANONYMOUS_TERMS);
        visitor.expectAGoodPage(language);
        continueAs("b0000022");
        URI back = leaveAndApprove("plus");

        visitor.open(back);

        visitor.waitForAddress(ANONYMOUS_TERMS + "/report");
        assertThat(visitor.attribute(VERDICT, "data-value")).isEqualTo("true");
        visitor.expectAGoodPage(language);
        visitor.picture("signing-terms-report-" + language.wireValue());
        visitor.open(back);
        visitor.waitForAddress(ANONYMOUS_TERMS + "/report");
    }

    @ParameterizedTest
    @CsvSource({
        "plus, false, GOOD, en-US, every check was passed",
        "plus, false, GOOD, zh-HK, 各項核對均通過",
        "plus, false, GOOD, zh-CN, 各项核对均通过",
        "plus, true, GOOD_AS_FAR_AS_CHECKED, en-US, as far as it was checked",
        "plus, true, GOOD_AS_FAR_AS_CHECKED, zh-HK, 就已核對的項目而言",
        "plus, true, GOOD_AS_FAR_AS_CHECKED, zh-CN, 就已核对的项目而言",
        "revoked-certificate, false, NOT_GOOD, en-US, cannot be accepted",
        "revoked-certificate, false, NOT_GOOD, zh-HK, 未能接受",
        "revoked-certificate, false, NOT_GOOD, zh-CN, 不能接受"
    })
    void saysWhatTheChecksComeTo(String persona, boolean down, String conclusion, String lang, String words) {
        Language language = Language.of(lang).orElseThrow();
        if (down) {
            site.simulator().inject(Fault.of(FaultKind.AUTHORITY_DOWN));
        }
        visitor.signIn(persona, TERMS, language);
        visitor.press(SIGN);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress(TERMS + "/report");

        assertThat(visitor.attribute(VERDICT, "data-conclusion")).isEqualTo(conclusion);
        assertThat(visitor.text(VERDICT)).contains(words);
        assertThat(visitor.sees(By.id("unchecked"))).isEqualTo(down);
        visitor.expectAGoodPage(language);
    }

    @ParameterizedTest
    @CsvSource({"cancel, D70000, en-US", "reject, D70001, zh-HK", "fail, D70002, zh-CN", "timeout, D70003, en-US"})
    void whatIsNotSignedEndsOnAFriendlyPage(String answer, String code, String lang) {
        Language language = Language.of(lang).orElseThrow();
        visitor.signIn("plus", TERMS, language);
        visitor.press(SIGN);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        String ticket = visitor.waitForRequest();
        switch (answer) {
            case "cancel" -> site.simulator().cancel(ticket);
            case "reject" -> site.simulator().reject(ticket);
            case "fail" -> site.simulator().fail(ticket);
            default -> site.simulator().timeout(ticket);
        }

        expectTheEnd(code, language);
        visitor.picture("signing-" + answer + "-" + lang);
        visitor.press(By.id("again"));
        visitor.press(SIGN);
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress(TERMS + "/report");
    }

    @ParameterizedTest
    @CsvSource({"reject, D70001, zh-CN", "timeout, D70003, en-US"})
    void whatIsNotSignedWithoutASignInEndsOnAFriendlyPage(String answer, String code, String lang) {
        Language language = Language.of(lang).orElseThrow();
        visitor.open(ANONYMOUS_TERMS + "?lang=" + lang);
        continueAs(PLUS);
        visitor.press(By.id("continue"));
        visitor.waitForAddress("/api/v1/auth/getQR");
        if (answer.equals("reject")) {
            site.simulator().reject(visitor.waitForRequest());
        } else {
            site.simulator().advance(Duration.ofMinutes(13));
            visitor.press(testId("back"));
        }

        visitor.waitForAddressBelow("/iamsmart/requests/");
        expectTheEnd(code, language);
        visitor.press(By.id("again"));
        visitor.waitForAddress(ANONYMOUS_TERMS);
    }

    @Test
    void aBasicAccountLearnsThatItCannotSign() {
        Language language = Language.ZH_HK;
        visitor.signIn("basic", TERMS, language);
        assertThat(visitor.sees(By.id("basic"))).isTrue();
        visitor.expectAGoodPage(language);
        visitor.press(SIGN);
        visitor.waitToSee(testId("try-again"));

        assertThat(visitor.text(By.tagName("main"))).contains("D70004").contains("升級");
        visitor.expectAGoodPage("zh-HK");
        visitor.picture("signing-basic-" + language.wireValue());
    }

    @Test
    void nobodySignsTheApplicationOfSomebodyElse() {
        Language language = Language.EN_US;
        submit("plus", "A123456(3)", language);
        visitor.press(SIGN);
        visitor.press(SIGN);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        site.simulator().approve(visitor.waitForRequest());

        expectTheEnd("D70005", language);
        assertThat(visitor.text(By.id("sentence"))).contains("does not match");
        visitor.picture("signing-other-person-" + language.wireValue());
    }

    @Test
    void aWrongNumberIsNoticedBeforeAnythingIsSent() {
        Language language = Language.ZH_HK;
        visitor.open(ANONYMOUS_TERMS + "?lang=" + language.wireValue());
        visitor.type(By.id("hkic"), "B000002(7)");
        visitor.press(SIGN);

        assertThat(visitor.attribute(By.id("hkic"), "aria-invalid")).isEqualTo("true");
        assertThat(visitor.typed(By.id("hkic"))).as("not repeated").isEmpty();
        visitor.expectAGoodPage(language);
        visitor.picture("signing-wrong-number-" + language.wireValue());

        continueAs("A123456(3)");
        visitor.press(By.id("continue"));
        visitor.waitForAddress("/api/v1/auth/getQR");
        site.simulator().approve(visitor.waitForRequest(), "plus");
        visitor.waitForAddressBelow("/iamsmart/requests/");
        expectTheEnd("D70005", language);
    }

    @Test
    void theReturnInAnotherBrowserSignsNothing() {
        visitor.open(ANONYMOUS_TERMS + "?lang=en-US");
        continueAs(PLUS);
        URI back = leaveAndApprove("plus");
        takeTheHandset();

        visitor.open(back);

        assertThat(visitor.text(By.tagName("main"))).contains("another browser");
        visitor.open(ANONYMOUS_TERMS + "/report");
        visitor.waitForAddress(ANONYMOUS_TERMS);
    }

    private void submit(String persona, String hkic, Language language) {
        visitor.signIn(persona, "/services/permit", language);
        visitor.press(By.id("by-hand"));
        PermitPages.fillByHand(visitor);
        visitor.set(By.id("chineseName"), "例加加");
        visitor.set(By.id("idNumber"), hkic);
        visitor.press(By.id("check"));
        visitor.press(By.id("confirm"));
        visitor.waitForAddressBelow("/iamsmart/requests/");
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress("/services/permit/receipt");
    }

    private void continueAs(String hkic) {
        visitor.type(By.id("hkic"), hkic);
        visitor.press(SIGN);
        visitor.waitForAddressBelow("/iamsmart/requests/");
    }

    private URI leaveAndApprove(String persona) {
        visitor.press(By.id("continue"));
        visitor.waitForAddress("/api/v1/auth/getQR");
        String ticket = visitor.waitForRequest();
        visitor.leaveToEmptyPage();
        return site.simulator().approve(ticket, persona).redirect().orElseThrow();
    }

    private void expectTheEnd(String code, Language language) {
        assertThat(visitor.text(By.id("sentence"))).isNotBlank();
        assertThat(visitor.text(By.tagName("main"))).contains(code);
        visitor.expectAGoodPage(language);
    }

    /** The link leads to a PDF, which poppler's pdfsig accepts where it is installed. */
    private void expectASignedPdf() throws Exception {
        Path pdf = Files.write(folder.resolve("signed.pdf"), visitor.download(By.id("download")));
        assertThat(pdf).content(ISO_8859_1).startsWith("%PDF-");
        if (PdfSig.isInstalled()) {
            assertThat(PdfSig.judge(pdf, folder))
                    .contains("Signature is Valid")
                    .contains("Total document signed")
                    .doesNotContain("Signature #2");
        }
    }
}
