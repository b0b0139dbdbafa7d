package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The simulator's console, its phone and its QR page as people see them: a simulator alone, without the sample. */
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Screenshots screenshots = new Screenshots();
    private IamSmartSimulator simulator;
    private ChromeDriver browser;
    private int states;

    @BeforeAll
    void start() throws Exception {
        simulator = IamSmartSimulator.start();
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        ClientRegistration permits = new ClientRegistration(
                        "permits",
                        "a secret of the test",
                        keys.generateKeyPair().getPublic(),
                        Set.of(URI.create(simulator.baseUrl() + "/back")),
                        ClientRegistration.ALL_SCOPES)
                .withDisplayName("Street market permits", "街市許可證", "街市许可证");
        simulator.register(permits);
        browser = Chromium.find().orElseThrow().desktop();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    @BeforeEach
    void startAfresh() {
        browser.get("about:blank");
        simulator.reset();
        look(1280, "light");
        browser.manage().logs().get(LogType.BROWSER);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1280, light",
        "en-US, 390, dark",
        "zh-HK, 1280, dark",
        "zh-HK, 390, light",
        "zh-CN, 1280, light",
        "zh-CN, 390, dark",
    })
    void pagesAreGoodInEveryLanguageWidthAndLight(String lang, int width, String light) {
        String waiting = signIn();
        String ended = signIn();
        simulator.reject(ended);
        refusedCall();
        simulator.inject(Fault.of(FaultKind.SLOW_DRIP).times(3));
        long line = simulator.calls().get(simulator.calls().size() - 1).number();
        look(width, light);
        List<String> pages = List.of(
                "/?",
                "/console/journal?",
                "/console/journal/" + line + "?",
                "/console/faults?",
                "/console/personas?copy=plus&",
                "/console/clients?id=permits&",
                "/phone?",
                "/phone?ticket=" + waiting + "&",
                "/phone?ticket=" + ended + "&",
                getQr("page") + "&");
        for (String page : pages) {
            browser.get(simulator.baseUrl() + page + "lang=" + lang);
            expectAGoodPage(lang);
        }
        browser.get(simulator.baseUrl() + "/?lang=" + lang);
        screenshots.take(browser, (width == 390 ? "mobile-" : "") + "console-" + lang);
    }

    @Test
    void theOverviewKeepsItselfFresh() {
        open("/?lang=en-US");
        assertThat(browser.findElements(testId("no-requests"))).hasSize(1);
        browser.executeScript("window.stays = true");
        String ticket = signIn();
        waitUntil(() -> sees(testId("request-" + ticket)));

        browser.findElement(By.cssSelector("#latest summary")).click();
        simulator.approve(ticket, "plus");
        waitUntil(() -> !sees(testId("request-" + ticket)));
        assertThat(browser.executeScript("return window.stays")).isEqualTo(true);
        assertThat(browser.findElement(By.cssSelector("#latest details")).getDomAttribute("open"))
                .as("what was opened stays open")
                .isNotNull();
        assertThat(browser.findElement(By.id("ended")).getText()).contains("approved", "SAMPLE, Plus");
    }

    @Test
    void everythingIsDoneByTheKeyboard() {
        String ticket = signIn();
        open("/?lang=en-US");
        tabTo("skip", "class");
        press(Keys.ENTER);
        tabTo("persona", "data-testid");
        press("S");
        tabTo("approve", "data-testid");
        press(Keys.ENTER);
        waitUntil(() -> sees(testId("notice")));
        assertThat(simulator.requests().get(0).personaId()).contains("plus");
        assertThat(simulator.requests().get(0).ticketId()).isEqualTo(ticket);

        open("/console/faults?lang=en-US");
        tabTo("switch-html-error", "data-testid");
        press(Keys.SPACE);
        waitUntil(() -> sees(testId("notice")));
        assertThat(simulator.faults()).containsExactly(Fault.of(FaultKind.HTML_ERROR));

        open("/console/journal?lang=en-US");
        browser.findElement(By.cssSelector("details.row summary")).sendKeys(Keys.ENTER);
        waitUntil(() -> sees(By.cssSelector("details.row[open] .inside")));
    }

    @Test
    void aPersonaAndAServiceOfOnesOwnAreMade() {
        open("/console/personas?lang=en-US");
        browser.findElement(testId("copy-plus")).click();
        waitUntil(() -> sees(testId("new-id")));
        type("new-id", "ada");
        type("hkic", "nothing");
        browser.findElement(testId("save")).click();
        waitUntil(() -> sees(testId("problem")));
        type("hkic", "A123456(3)");
        browser.findElement(testId("save")).click();
        waitUntil(() -> sees(testId("persona-ada")));
        assertThat(browser.findElement(testId("hkic-ada")).getText()).isEqualTo("A123456(3)");
        browser.findElement(testId("remove-ada")).click();
        waitUntil(() -> !simulator.personaIds().contains("ada"));

        open("/console/clients?lang=en-US");
        type("new-id", "licences");
        type("name-en", "Licences");
        type("secret", "a secret");
        type("uris", "https://licences.example.org/callback");
        browser.findElement(testId("save")).click();
        waitUntil(() -> sees(testId("edit-licences")));
        browser.findElement(testId("remove-licences")).click();
        waitUntil(() -> !sees(testId("edit-licences")));
        assertThat(simulator.registrations()).hasSize(1);
    }

    @Test
    void theConsoleWorksWithoutScripts() {
        String ticket = signIn();
        scripts(false);
        try {
            open("/?lang=en-US");
            browser.findElement(testId("reject")).click();
            waitUntil(() -> sees(testId("notice")));
            assertThat(simulator.requests().get(0).ticketId()).isEqualTo(ticket);
            assertThat(simulator.requests().get(0).status()).isEqualTo("rejected");
            browser.findElement(testId("advance-PT19M")).click();
            waitUntil(() -> simulator.advanced().equals(Duration.ofMinutes(19)));
            open("/console/journal?refused=true&lang=en-US");
            assertThat(browser.findElement(testId("count")).getText()).contains("0 of 0");
        } finally {
            scripts(true);
        }
    }

    @Test
    void theQrPageGoesOnWithoutScripts() {
        scripts(false);
        try {
            open(getQr("slow") + "&lang=en-US");
            simulator.approve(simulator.requests().get(0).ticketId(), "plus");
            browser.navigate().refresh();
            waitUntil(() -> address().contains("/back?code="));
        } finally {
            scripts(true);
        }
    }

    @Test
    void theQrPageLeadsBackToTheService() {
        open(getQr("back") + "&lang=zh-HK");
        browser.findElement(testId("cancel")).click();
        waitUntil(() -> address().contains("/back?error_code="));
        assertThat(simulator.requests().get(0).status()).isEqualTo("cancelled");
    }

    @Test
    void thePhoneKeepsItselfFresh() {
        look(390, "light");
        open("/phone?lang=zh-HK");
        String ticket = signIn();
        waitUntil(() -> sees(testId("request-" + ticket)));
        assertThat(browser.findElement(testId("request-" + ticket)).getText()).contains("街市許可證", "登入");

        browser.findElement(testId("request-" + ticket)).click();
        waitUntil(() -> sees(testId("approve")));
        simulator.approve(ticket, "plus");
        waitUntil(() -> sees(testId("done")));
        assertThat(browser.findElements(By.tagName("button"))).isEmpty();
        assertThat(browser.findElement(testId("start")).getText()).contains("街市許可證");
    }

    private void expectAGoodPage(String lang) {
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo(lang);
        assertThat(browser.findElements(By.cssSelector("main h1"))).isNotEmpty();
        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling on %s", browser.getCurrentUrl())
                .isEqualTo(true);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .filteredOn(entry -> !entry.getMessage().contains("favicon.ico"))
                .isEmpty();
        Axe.expectNothing(browser);
    }

    /** A sign-in that waits. */
    private String signIn() {
        send(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + getQr("s" + ++states) + "&lang=en-US"))
                .build());
        return simulator.requests().get(simulator.requests().size() - 1).ticketId();
    }

    private String getQr(String state) {
        return "/api/v1/auth/getQR?clientID=permits&responseType=code&source=PC_Browser&scope=eidapi_auth&redirectURI="
                + simulator.baseUrl() + "/back&state=" + state;
    }

    private void refusedCall() {
        send(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/api/v1/security/getKey"))
                .header("clientID", "permits")
                .header("signatureMethod", "HmacSHA256")
                .header("timestamp", "1790000000000")
                .header("nonce", "n" + ++states)
                .header("signature", "wrong")
                .POST(BodyPublishers.noBody())
                .build());
    }

    private void send(HttpRequest request) {
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void open(String path) {
        browser.get(simulator.baseUrl() + path);
    }

    private String address() {
        return String.valueOf(browser.getCurrentUrl());
    }

    private void look(int width, String light) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 0, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", light))));
    }

    private void scripts(boolean on) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    private void type(String field, String text) {
        WebElement element = browser.findElement(testId(field));
        element.clear();
        element.sendKeys(text);
    }

    private void press(CharSequence key) {
        browser.switchTo().activeElement().sendKeys(key);
    }

    /** Presses the tab key until something has the focus, as somebody without a mouse does. */
    private void tabTo(String value, String attribute) {
        for (int i = 0; i < 200; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            if (value.equals(browser.switchTo().activeElement().getDomAttribute(attribute))) {
                return;
            }
        }
        throw new AssertionError("The tab key never comes to " + value);
    }

    private boolean sees(By what) {
        return browser.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    private void waitUntil(BooleanSupplier holds) {
        new WebDriverWait(browser, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> holds.getAsBoolean());
    }
}
