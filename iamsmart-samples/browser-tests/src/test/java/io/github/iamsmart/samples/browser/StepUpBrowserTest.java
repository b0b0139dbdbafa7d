package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.simulator.Approval;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Spring Security in a browser: the saved request, a step-up by annotation, and signing out. */
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepUpBrowserTest {

    private static final By HEADING = By.tagName("h1");
    private static final String WAITING = "/iamsmart/requests/";

    private Site site;
    private Visitor visitor;

    @BeforeAll
    void start() {
        site = new Site(
                StepUpApplication.class,
                "--spring.config.name=none",
                "--iamsmart.sign-in.scopes=eidapi_auth,eidapi_fr");
        visitor = new Visitor(Chromium.find().orElseThrow().desktop(), site);
    }

    @AfterAll
    void stop() {
        visitor.close();
        site.close();
    }

    @BeforeEach
    void sitDown() {
        visitor.startAfresh();
        visitor.signIn("plus", "/account", Language.EN_US);
        visitor.waitForAddress("/account");
    }

    @Test
    void whatWasPressedIsDoneAfterAFreshApproval() {
        visitor.press(testId("transfer"));
        visitor.waitForAddressBelow(WAITING);
        visitor.expectAGoodPage("en-US");
        visitor.wholePicture("step-up-waiting");

        site.simulator().approve(visitor.waitForRequest());

        visitor.waitForAddress("/transfer");
        assertThat(visitor.text(HEADING)).isEqualTo("Transferred 100");

        visitor.open("/account");
        visitor.press(testId("transfer"));
        assertThat(visitor.text(HEADING))
                .as("within five minutes it is done at once")
                .isEqualTo("Transferred 100");

        site.advance(Duration.ofMinutes(6));
        visitor.open("/account");
        visitor.press(testId("transfer"));
        visitor.waitForAddressBelow(WAITING);
    }

    @Test
    void aFaceThatIsNotTheUsersTransfersNothing() {
        visitor.press(testId("transfer"));
        visitor.waitForAddressBelow(WAITING);

        String failed = visitor.waitForRequest();
        site.simulator().approve(failed, Approval.byTheUser().failingTheFaceCheck());

        // The page leads on by itself, and the form asks again.
        assertThat(visitor.waitForRequest()).isNotEqualTo(failed);
        visitor.waitForAddressBelow(WAITING);
    }

    @Test
    void whoSignsOutMustSignInAgain() {
        visitor.press(testId("sign-out"));
        visitor.open("/account");

        assertThat(visitor.address().getPath()).isNotEqualTo("/account");
    }
}
