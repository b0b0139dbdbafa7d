package io.github.iamsmart.samples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.web.util.HtmlUtils;

/** Somebody in front of a browser. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Whether another page takes the place of this one, which is marked then. */
    private static final String LEADS_ON = """
            const leads = arguments[0].matches('a[href]:not([target]), form button:not([type=button])');
            if (leads) window.left = true;
            return leads;""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

    private final ChromeDriver browser;
    private final Site site;
    private final Screenshots screenshots = new Screenshots();

    Visitor(ChromeDriver browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    /** One window, no cookies, nothing on the screen and nothing to complain about. */
    void startAfresh() {
        while (browser.getWindowHandles().size() > 1) {
            backToComputer();
        }
        leaveToEmptyPage();
        forgetEverything();
        complaints();
    }

    void open(String path) {
        browser.get(site.url(path));
    }

    void open(URI address) {
        browser.get(address.toString());
    }

    void openStartPage(Language language) {
        open("/?lang=" + language.wireValue());
    }

    /** Presses a button or a link, and waits for the page that it leads to: a click returns before that is there. */
    void press(By what) {
        WebElement element = waitFor(ExpectedConditions.elementToBeClickable(what));
        boolean leadsOn = Boolean.TRUE.equals(browser.executeScript(LEADS_ON, element));
        element.click();
        if (leadsOn) {
            waitFor(driver -> Boolean.TRUE.equals(browser.executeScript("return window.left !== true")));
        }
    }

    void pressLogin() {
        press(By.id("login"));
        // The QR page on a computer, the page with the button on a phone.
        waitFor(ExpectedConditions.presenceOfElementLocated(testId("open-phone")));
    }

    /** The ticket of the request that a button has begun, once it has reached the gateway. */
    String waitForRequest() {
        return waitFor(driver -> {
            SimulatedRequest newest = site.newestRequest();
            return newest.status().equals("pending") ? newest.ticketId() : null;
        });
    }

    /** Opens the simulated phone in a window of its own, as a second device would. */
    void takePhone() {
        followToNewWindow(testId("open-phone"));
    }

    void followToNewWindow(By link) {
        Set<String> before = browser.getWindowHandles();
        press(link);
        waitFor(driver -> driver.getWindowHandles().size() > before.size());
        String opened = browser.getWindowHandles().stream()
                .filter(window -> !before.contains(window))
                .findFirst()
                .orElseThrow();
        browser.switchTo().window(opened);
    }

    /** Presses a button of the phone, sees that it has been heard, and puts the phone away. */
    void answer(By button) {
        press(button);
        waitFor(ExpectedConditions.presenceOfElementLocated(testId("done")));
        backToComputer();
    }

    /** Closes the window of the phone. */
    void backToComputer() {
        browser.close();
        browser.switchTo().window(browser.getWindowHandles().iterator().next());
    }

    /** Signs in without looking at the pages of iAM Smart, and comes to a page of the site. */
    void signIn(String persona, String path, Language language) {
        open("/iamsmart/login?lang=" + language.wireValue() + "&returnTo=" + path);
        String ticket = site.newestRequest().ticketId();
        leaveToEmptyPage();
        open(site.simulator().approve(ticket, persona).redirect().orElseThrow());
        open(path + "?lang=" + language.wireValue());
    }

    /** Types into a field what stands there afterwards. */
    void type(By field, String text) {
        WebElement element = waitFor(ExpectedConditions.elementToBeClickable(field));
        element.clear();
        element.sendKeys(text);
    }

    /** Faster than keys, and right for a field whose keys depend on the browser's language. */
    void set(By field, String value) {
        WebElement element = waitFor(ExpectedConditions.elementToBeClickable(field));
        browser.executeScript("arguments[0].value = arguments[1]", element, value);
    }

    void choose(By list, String value) {
        new Select(waitFor(ExpectedConditions.elementToBeClickable(list))).selectByValue(value);
    }

    String typed(By field) {
        return read(ExpectedConditions.presenceOfElementLocated(field), element -> element.getDomProperty("value"));
    }

    void choosePersona(String id) {
        WebElement persona = waitFor(ExpectedConditions.presenceOfElementLocated(testId("persona-" + id)));
        browser.executeScript("arguments[0].click()", persona);
    }

    /** Waits until the address begins with a path, and returns the rest of it. */
    String waitForAddressBelow(String path) {
        return waitFor(driver -> {
            String address = URI.create(String.valueOf(driver.getCurrentUrl())).getPath();
            return address.startsWith(path) ? address.substring(path.length()) : null;
        });
    }

    void waitForAddress(String path) {
        waitFor(driver ->
                URI.create(String.valueOf(driver.getCurrentUrl())).getPath().equals(path));
    }

    void back() {
        browser.navigate().back();
    }

    void reload() {
        browser.navigate().refresh();
    }

    /** From now on the browser gets no answer from addresses like this; an empty list ends it. */
    void block(String... addresses) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Loads the page again and again until something is there. */
    void reloadUntil(By what) {
        waitFor(driver -> {
            if (driver.findElements(what).isEmpty()) {
                driver.navigate().refresh();
                return false;
            }
            return true;
        });
    }

    void useScripts(boolean use) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !use));
    }

    void leaveToEmptyPage() {
        browser.get("about:blank");
    }

    /** The cookies of all sites. */
    void forgetEverything() {
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    String text(By what) {
        return read(ExpectedConditions.visibilityOfElementLocated(what), WebElement::getText);
    }

    String attribute(By what, String name) {
        return read(ExpectedConditions.presenceOfElementLocated(what), element -> element.getDomAttribute(name));
    }

    void waitForAttribute(By what, String name, String value) {
        waitFor(driver ->
                driver.findElements(what).stream().anyMatch(element -> value.equals(element.getDomAttribute(name))));
    }

    /** Waits for something that no page shows. */
    void waitUntil(BooleanSupplier holds) {
        waitFor(driver -> holds.getAsBoolean());
    }

    /** What a link of this page leads to, fetched by the browser itself. */
    byte[] download(By link) {
        String address = waitFor(ExpectedConditions.elementToBeClickable(link)).getDomProperty("href");
        Object base64 = browser.executeAsyncScript("""
                const done = arguments[1];
                const reader = new FileReader();
                reader.onload = () => done(reader.result.split(',')[1]);
                fetch(arguments[0]).then(answer => answer.blob()).then(file => reader.readAsDataURL(file));
                """, address);
        return Base64.getDecoder().decode(String.valueOf(base64));
    }

    void waitToSee(By what) {
        waitFor(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Whether it is on the page that is there now. */
    boolean sees(By what) {
        return waitFor(driver -> Optional.of(driver.findElements(what).stream().anyMatch(WebElement::isDisplayed)))
                .orElseThrow();
    }

    int count(By what) {
        return browser.findElements(what).size();
    }

    /** The whole page, however long it is. */
    void wholePicture(String name) {
        Map<String, Object> size = Map.of("width", 0, "height", wholeHeight(), "deviceScaleFactor", 0, "mobile", false);
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", size);
        picture(name);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private Object wholeHeight() {
        return browser.executeScript("return document.documentElement.scrollHeight");
    }

    void picture(String name) {
        screenshots.take(browser, name);
    }

    /**
     * What every page of the sample owes its visitors: a language, a title, one main heading, a name on every control,
     * no sideways scrolling, and no resource that the security policy had to refuse.
     */
    void expectAGoodPage(Language language) {
        String tag = switch (language) {
            case EN_US -> "en";
            case ZH_HK -> "zh-Hant-HK";
            case ZH_CN -> "zh-Hans-CN";
        };
        expectAGoodPage(tag);
        assertThat(violations()).as("axe on %s", browser.getCurrentUrl()).isEmpty();
    }

    /** The same of a page that calls its language so. */
    void expectAGoodPage(String tag) {
        assertThat(attribute(By.tagName("html"), "lang")).isEqualTo(tag);
        assertThat(browser.getTitle()).isNotBlank();
        assertThat(browser.findElements(By.cssSelector("main h1"))).hasSize(1);
        assertThat(AccessibleNode.controls(browser))
                .allSatisfy(
                        control -> assertThat(control.name()).as(control.role()).isNotBlank());
        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(complaints()).isEmpty();
        expectValidMarkup(tag);
    }

    /** Each page once in a language: the checker takes its time. */
    private void expectValidMarkup(String tag) {
        String page = tag + address().getPath().replaceAll("[0-9A-Za-z-]{16,}", "…");
        if (!CHECKED.contains(page)) {
            source().ifPresent(html -> {
                CHECKED.add(page);
                assertThat(NuChecker.complaints(html)).as("Nu on %s", page).isEmpty();
            });
        }
    }

    /** What the server sends to this browser, which a script may have changed since; empty after a form. */
    private Optional<String> source() {
        String cookies = browser.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(address())
                .header("Cookie", cookies)
                .header("User-Agent", String.valueOf(browser.executeScript("return navigator.userAgent")))
                .header("Accept", "text/html")
                .header("Accept-Language", String.valueOf(browser.executeScript("return navigator.language")))
                .build();
        try {
            HttpResponse<String> again = HTTP.send(request, BodyHandlers.ofString());
            boolean isThisPage = again.statusCode() == 200
                    && again.body().contains("<title>" + HtmlUtils.htmlEscape(String.valueOf(browser.getTitle())));
            return isThisPage ? Optional.of(again.body()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What axe-core finds on the page that is there now: each rule that is broken, with the place. */
    List<String> violations() {
        return Axe.violations(browser);
    }

    /** What the browser tells pages that its user likes. */
    void prefer(String feature, String value) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** What has the focus of the keyboard. */
    String focused() {
        return String.valueOf(browser.executeScript("return document.activeElement.tagName.toLowerCase()"));
    }

    URI address() {
        return URI.create(String.valueOf(browser.getCurrentUrl()));
    }

    private List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("/favicon.ico")) // the browser's own idea
                .toList();
    }

    static By testId(String id) {
        return By.cssSelector("[data-testid='%s']".formatted(id));
    }

    private <T> T waitFor(Function<? super WebDriver, T> condition) {
        // A page that loads itself again takes its elements away at any moment.
        return new WebDriverWait(browser, PATIENCE, LOOK_AGAIN)
                .ignoring(StaleElementReferenceException.class, JavascriptException.class)
                .withMessage(() -> "At " + browser.getCurrentUrl() + ": " + browser.getTitle())
                .until(driver -> unlessThePageIsGone(driver, condition));
    }

    /**
     * The driver's own error for an element of a page that has just been replaced is none that can be ignored by type.
     */
    private static <T> T unlessThePageIsGone(WebDriver driver, Function<? super WebDriver, T> condition) {
        try {
            return condition.apply(driver);
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return null;
            }
            throw e;
        }
    }

    private String read(ExpectedCondition<WebElement> there, Function<WebElement, String> reading) {
        Optional<String> read = waitFor(driver -> {
            WebElement element = there.apply(driver);
            return element == null ? null : Optional.ofNullable(reading.apply(element));
        });
        return read.orElse(null);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
