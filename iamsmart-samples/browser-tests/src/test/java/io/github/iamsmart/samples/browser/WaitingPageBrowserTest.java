package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The starter's own page that waits, in an application that has none and is not at the root of its host. */
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingPageBrowserTest {

    private static final String CONTEXT = "/stalls";
    private static final String DONE = CONTEXT + "/done";
    private static final By HEADING = By.tagName("h1");
    private static final By STATUS = By.cssSelector("[role=status]");
    private static final By DIGITS = testId("identification-code");
    private static final By OPEN_APP = testId("open-app");
    private static final By AGAIN = testId("again");
    private static final By PROCESSING = By.cssSelector("main[data-iamsmart-status=processing]");
    private static final By ARRIVING = By.cssSelector("main[data-iamsmart-status=arriving]");
    private static final Duration SOME_TIME = Duration.ofMinutes(5);

    private Site site;
    private Visitor computer;
    private Visitor handset;
    private Visitor visitor;
    private String device = "";

    @BeforeAll
    void start() {
        Chromium chromium = Chromium.find().orElseThrow();
        site = new Site(
                PagesApplication.class,
                "--spring.config.name=none",
                "--server.servlet.context-path=" + CONTEXT,
                "--iamsmart.sign-in.scopes=eidapi_auth,eidapi_formFilling,eidapi_sign,eidapi_bulksign,eidapi_fr");
        computer = new Visitor(chromium.desktop(), site);
        handset = new Visitor(chromium.phone(), site);
    }

    @AfterAll
    void stop() {
        for (AutoCloseable one : new AutoCloseable[] {handset, computer, site}) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void sitDown() {
        site.simulator().clearFaults();
        site.bean(PagesApplication.class).takeResults();
        take("computer");
    }

    private void take(String which) {
        device = which;
        visitor = which.equals("computer") ? computer : handset;
        visitor.startAfresh();
    }

    /** Signs in, begins a request, and returns its ticket. */
    private String begin(String flow, Language language) {
        visitor.signIn("plus", "/start", language);
        visitor.open("/begin/" + flow);
        visitor.waitForAddressBelow(CONTEXT + "/iamsmart/requests/");
        return visitor.waitForRequest();
    }

    private void expectAGoodPage(String name, Language language) {
        visitor.expectAGoodPage(language.wireValue());
        assertThat(visitor.violations()).isEmpty();
        visitor.wholePicture("page-" + name + "-" + device + "-" + language.wireValue());
    }

    private static Stream<Arguments> everywhere() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Stream.of("computer", "handset").map(which -> Arguments.of(language, which)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void tellsWhatToDoAndLeadsOn(Language language, String which) {
        take(which);
        String ticket = begin("hash-signing", language);
        assertThat(visitor.text(DIGITS)).matches("\\d{4}");
        assertThat(visitor.sees(OPEN_APP)).isEqualTo(which.equals("handset"));
        expectAGoodPage("pending", language);

        site.simulator().approve(ticket);
        visitor.waitForAddress(DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "form-filling", "pdf-signing", "re-authentication", "bulk-signing"})
    void servesEveryFlow(String flow) {
        String ticket = begin(flow, Language.EN_US);
        assertThat(visitor.text(HEADING)).isEqualTo("Please confirm in iAM Smart");
        expectAGoodPage(flow, Language.EN_US);

        site.simulator().approve(ticket);
        visitor.waitForAddress(DONE);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void servesAUserWhoHasNotSignedIn(Language language, String which) {
        take(which);
        visitor.open("/begin-anonymous/form-filling?lang=" + language.wireValue());
        assertThat(visitor.sees(testId("open-gateway"))).isTrue();
        assertThat(visitor.sees(OPEN_APP)).isEqualTo(which.equals("handset"));
        visitor.open(URI.create(visitor.address() + "?lang=" + language.wireValue()));
        expectAGoodPage("anonymous", language);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void saysThatTheServiceIsAtWork(Language language, String which) {
        take(which);
        String ticket = begin("form-filling", language);
        site.bean(PagesApplication.class).holdResults();
        site.simulator().approve(ticket);

        visitor.waitToSee(PROCESSING);
        assertThat(visitor.text(STATUS)).isNotBlank();
        assertThat(visitor.sees(OPEN_APP)).isFalse();
        expectAGoodPage("processing", language);
        visitor.reload();
        visitor.waitToSee(PROCESSING);
        assertThat(visitor.sees(By.tagName("time"))).isFalse();

        site.bean(PagesApplication.class).takeResults();
        visitor.waitForAddress(DONE);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void showsHowMuchHasCome(Language language, String which) {
        take(which);
        String ticket = begin("bulk-signing", language);
        site.simulator()
                .inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(SOME_TIME).times(1));
        site.simulator().approve(ticket);

        visitor.waitToSee(ARRIVING);
        visitor.waitForAttribute(By.tagName("progress"), "value", "2");
        assertThat(visitor.text(STATUS)).contains("2", "3");
        expectAGoodPage("arriving", language);

        site.simulator().advance(SOME_TIME);
        visitor.waitForAddress(DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "cancel, D70000, en-US",
        "reject, D70001, zh-HK",
        "fail, D70002, zh-CN",
        "timeout, D70003, en-US",
        "fail, D70002, zh-HK",
        "timeout, D70003, zh-CN"
    })
    void saysWhyItBroughtNothing(String answer, String code, String tag) {
        Language language = Language.of(tag).orElseThrow();
        take(tag.equals("zh-HK") ? "handset" : "computer");
        String ticket = begin("hash-signing", language);
        switch (answer) {
            case "cancel" -> site.simulator().cancel(ticket);
            case "reject" -> site.simulator().reject(ticket);
            case "fail" -> site.simulator().fail(ticket);
            default -> site.simulator().timeout(ticket);
        }

        visitor.waitToSee(AGAIN);
        assertThat(visitor.text(By.tagName("main"))).contains(code);
        visitor.waitUntil(() -> visitor.focused().equals("h1"));
        expectAGoodPage(answer, language);
        visitor.press(AGAIN);
        visitor.waitForAddress(CONTEXT + "/start");
    }

    @ParameterizedTest
    @EnumSource
    void needsNoScript(Language language) {
        visitor.useScripts(false);
        try {
            String ticket = begin("form-filling", language);
            assertThat(visitor.sees(testId("reload"))).isTrue();
            visitor.wholePicture("page-no-script-" + language.wireValue());
            site.bean(PagesApplication.class).holdResults();
            site.simulator().approve(ticket);
            visitor.waitToSee(PROCESSING);
            site.bean(PagesApplication.class).takeResults();
            visitor.waitForAddress(DONE);
        } finally {
            visitor.useScripts(true);
        }
    }

    @Test
    void asksWhereNoStreamCanBeHad() {
        visitor.block("*/events");
        try {
            String ticket = begin("form-filling", Language.EN_US);
            site.simulator().approve(ticket);
            visitor.waitForAddress(DONE);
        } finally {
            visitor.block();
        }
    }

    @Test
    void switchesItsLanguageAndSurvivesALoad() {
        String ticket = begin("hash-signing", Language.EN_US);
        String digits = visitor.text(DIGITS);
        visitor.press(By.cssSelector("a[hreflang=zh-HK]"));
        assertThat(visitor.text(HEADING)).isEqualTo("請在「智方便」確認");
        visitor.reload();
        assertThat(visitor.text(DIGITS)).isEqualTo(digits);
        assertThat(visitor.text(HEADING)).isEqualTo("請在「智方便」確認");

        site.simulator().approve(ticket);
        visitor.waitForAddress(DONE);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackAfterANewSignIn(Language language) {
        take(language == Language.ZH_HK ? "handset" : "computer");
        String ticket = begin("hash-signing", language);
        String digits = visitor.text(DIGITS);
        URI page = visitor.address();
        visitor.forgetEverything();
        visitor.open(URI.create(page + "?lang=" + language.wireValue()));
        assertThat(visitor.text(By.tagName("main"))).doesNotContain(digits);
        assertThat(visitor.violations()).isEmpty();
        visitor.wholePicture("page-signed-out-" + language.wireValue());

        visitor.press(testId("try-again"));
        String signIn = site.newestRequest().ticketId();
        visitor.leaveToEmptyPage();
        visitor.open(site.simulator().approve(signIn, "plus").redirect().orElseThrow());
        assertThat(visitor.address().getPath()).isEqualTo(page.getPath());
        assertThat(visitor.text(DIGITS)).isEqualTo(digits);
        site.simulator().approve(ticket);
        visitor.waitForAddress(DONE);
    }

    @Test
    void aPageThatMayNoLongerLookSaysSoByItself() {
        begin("hash-signing", Language.EN_US);
        visitor.block("*/events");
        try {
            visitor.reload();
            visitor.forgetEverything();
            visitor.waitToSee(testId("try-again"));
        } finally {
            visitor.block();
        }
    }

    @Test
    void isReadableInTheDark() {
        visitor.prefer("prefers-color-scheme", "dark");
        try {
            begin("hash-signing", Language.EN_US);
            expectAGoodPage("dark", Language.EN_US);
        } finally {
            visitor.prefer("prefers-color-scheme", "");
        }
    }
}
