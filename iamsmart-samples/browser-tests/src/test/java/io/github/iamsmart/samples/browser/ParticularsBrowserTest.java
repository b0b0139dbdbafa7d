package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The verified profile, with the user's consent. */
class ParticularsBrowserTest extends VisitTest {

    private static final String START = "/services/particulars";
    private static final By ASK = By.id("ask");

    @ParameterizedTest
    @EnumSource
    void showsWhatTheUserAgreesTo(Language language) {
        visitor.signIn("basic", "/services", language);
        visitor.press(By.id("service-particulars"));
        visitor.waitForAddress(START);
        visitor.expectAGoodPage(language);
        visitor.press(ASK);
        visitor.waitForAddressBelow("/iamsmart/requests/");
        visitor.expectAGoodPage(language);
        visitor.takePhone();
        visitor.press(testId("field-idNo"));
        visitor.answer(testId("approve"));

        assertThat(visitor.text(By.id("particular-englishName"))).isEqualTo("TESTMAN, Basic");
        assertThat(visitor.sees(By.id("particular-idNumber"))).as("unticked").isFalse();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("particulars-" + language.wireValue());
    }

    @ParameterizedTest
    @CsvSource({"reject, D50001", "fail, D50002", "timeout, D50003"})
    void aRequestThatDoesNotSucceedEndsOnAFriendlyPage(String answer, String code) {
        visitor.signIn("basic", START, Language.ZH_HK);
        visitor.press(ASK);
        String ticket = visitor.waitForRequest();
        switch (answer) {
            case "reject" -> site.simulator().reject(ticket);
            case "fail" -> site.simulator().fail(ticket);
            default -> site.simulator().timeout(ticket);
        }

        assertThat(visitor.text(By.id("sentence"))).isNotBlank();
        assertThat(visitor.text(By.tagName("main"))).contains(code);
        visitor.expectAGoodPage(Language.ZH_HK);

        visitor.press(By.id("again"));
        visitor.press(ASK);
        site.simulator().approve(visitor.waitForRequest());
        assertThat(visitor.text(By.id("particular-idNumber"))).isEqualTo("A000***(*)");
    }

    @Test
    void aTokenThatHasEndedLeadsToTheSignIn() {
        visitor.signIn("basic", START, Language.EN_US);
        site.simulator().advance(Duration.ofHours(5));
        visitor.press(ASK);

        visitor.waitForAddress("/api/v1/auth/getQR");
    }
}
