package io.github.iamsmart.samples.browser;

import static io.github.iamsmart.samples.browser.Visitor.testId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The day passes of a season are signed with one consent. */
class BulkSigningBrowserTest extends VisitTest {

    private static final String START = "/services/day-passes";
    private static final String WAITING = "/iamsmart/requests/";
    private static final String REPORT = START + "/report";
    private static final By SIGN = By.id("sign");
    private static final By PROGRESS = By.id("progress");
    private static final By WITHDRAW = By.id("withdraw");
    private static final By VERDICT = By.id("verdict");
    private static final By SIGNED = By.id("signed");
    private static final By MISSING = By.id("missing");
    private static final By DOWNLOAD = By.id("download");
    private static final Duration SOME_TIME = Duration.ofMinutes(5);
    private static final Duration TOO_LONG = Duration.ofMinutes(19);

    @TempDir
    Path folder;

    @AfterEach
    void repairTheGateway() {
        site.simulator().clearFaults();
    }

    @ParameterizedTest
    @EnumSource
    void signsAllPassesWithThePhoneBesideTheComputer(Language language) {
        visitor.signIn("plus", "/services", language);
        visitor.press(By.id("service-passes"));
        visitor.waitForAddress(START);
        assertThat(visitor.text(By.id("count"))).isEqualTo("200");
        assertThat(visitor.sees(By.id("more-info"))).isTrue();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("bulk-signing-start-" + language.wireValue());

        visitor.press(SIGN);
        visitor.waitForAddressBelow(WAITING);
        visitor.expectAGoodPage(language);
        visitor.picture("bulk-signing-waiting-" + language.wireValue());
        holdSomeSignaturesBack();
        visitor.takePhone();
        assertThat(visitor.text(testId("document-count"))).contains("200");
        visitor.picture("bulk-signing-phone-" + language.wireValue());
        visitor.answer(testId("approve"));

        visitor.waitForAttribute(PROGRESS, "value", "6");
        assertThat(visitor.attribute(PROGRESS, "max")).isEqualTo("10");
        assertThat(visitor.sees(WITHDRAW)).isFalse();
        visitor.expectAGoodPage(language);
        visitor.picture("bulk-signing-progress-" + language.wireValue());
        site.simulator().advance(SOME_TIME);

        visitor.waitForAddress(REPORT);
        expectAllSigned();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("bulk-signing-report-" + language.wireValue());
        visitor.press(By.id("show-all"));
        assertThat(visitor.count(By.cssSelector("[data-standing=SIGNED]"))).isEqualTo(200);
        visitor.expectAGoodPage(language);
    }

    @Test
    void everyPdfOfTheArchiveIsValid() throws Exception {
        visitor.signIn("plus", START, Language.EN_US);
        begin();
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress(REPORT);

        List<Path> pdfs = unzip(visitor.download(DOWNLOAD));

        assertThat(pdfs).hasSize(200);
        if (PdfSig.isInstalled()) {
            assertThat(pdfs.parallelStream().map(this::judge).toList())
                    .allSatisfy(verdict -> assertThat(verdict)
                            .contains("Signature is Valid", "Total document signed")
                            .doesNotContain("Signature #2"));
        }
    }

    @Test
    void signsAllPassesOnThePhoneAlone() {
        Language language = Language.ZH_HK;
        takeTheHandset();
        visitor.signIn("plus", START, language);
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-bulk-signing-start-" + language.wireValue());
        begin();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-bulk-signing-waiting-" + language.wireValue());
        holdSomeSignaturesBack();
        visitor.press(By.id("open-app"));
        assertThat(visitor.text(testId("document-count"))).contains("200");
        visitor.picture("mobile-bulk-signing-phone-" + language.wireValue());
        visitor.press(testId("approve"));

        visitor.waitForAddressBelow(WAITING);
        visitor.waitForAttribute(PROGRESS, "value", "6");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-bulk-signing-progress-" + language.wireValue());
        site.simulator().advance(SOME_TIME);
        visitor.waitForAddress(REPORT);
        expectAllSigned();
        visitor.expectAGoodPage(language);
        visitor.wholePicture("mobile-bulk-signing-report-" + language.wireValue());
    }

    @Test
    void needsNoScript() {
        visitor.useScripts(false);
        try {
            visitor.signIn("plus", START, Language.ZH_CN);
            begin();
            holdSomeSignaturesBack();
            site.simulator().approve(visitor.waitForRequest());
            visitor.waitForAttribute(PROGRESS, "value", "6");
            assertThat(visitor.sees(WITHDRAW)).isFalse();
            site.simulator().advance(SOME_TIME);

            visitor.waitForAddress(REPORT);
            expectAllSigned();
        } finally {
            visitor.useScripts(true);
        }
    }

    @ParameterizedTest
    @CsvSource({"cancel, D71000, en-US", "reject, D71001, zh-HK", "fail, D71002, zh-CN", "timeout, D71003, en-US"})
    void whatIsNotSignedEndsOnAFriendlyPage(String answer, String code, String lang) {
        Language language = Language.of(lang).orElseThrow();
        visitor.signIn("plus", START, language);
        begin();
        String ticket = visitor.waitForRequest();
        switch (answer) {
            case "cancel" -> site.simulator().cancel(ticket);
            case "reject" -> site.simulator().reject(ticket);
            case "fail" -> site.simulator().fail(ticket);
            default -> site.simulator().timeout(ticket);
        }

        expectTheEnd(code, language);
        visitor.picture("bulk-signing-" + answer + "-" + lang);
        visitor.press(By.id("again"));
        begin();
    }

    @Test
    void aBasicAccountLearnsThatItCannotSign() {
        Language language = Language.ZH_HK;
        visitor.signIn("basic", START, language);
        assertThat(visitor.sees(By.id("basic"))).isTrue();
        visitor.press(SIGN);

        assertThat(visitor.text(By.tagName("main"))).contains("D71004").contains("升級");
        visitor.expectAGoodPage("zh-HK");
    }

    @Test
    void aRequestIsWithdrawnBeforeTheUserHasBegun() {
        visitor.signIn("plus", START, Language.EN_US);
        String ticket = beginUntilItCanBeWithdrawn();
        visitor.press(WITHDRAW);
        visitor.expectAGoodPage(Language.EN_US);
        visitor.press(By.id("do-withdraw"));

        visitor.waitForAddress(START);
        assertThat(visitor.text(By.id("withdrawn"))).contains("Nothing was signed");
        visitor.expectAGoodPage(Language.EN_US);
        visitor.picture("bulk-signing-withdrawn-en-US");
        assertThat(site.simulator().requests())
                .filteredOn(request -> request.ticketId().equals(ticket))
                .noneMatch(request -> request.status().equals("pending"));
    }

    @Test
    void aRequestIsNotWithdrawnOnceTheUserHasBegun() {
        Language language = Language.ZH_HK;
        visitor.signIn("plus", START, language);
        beginUntilItCanBeWithdrawn();
        visitor.takePhone();
        visitor.waitToSee(testId("approve"));
        visitor.backToComputer();
        visitor.press(WITHDRAW);
        visitor.press(By.id("do-withdraw"));

        assertThat(visitor.text(By.id("not-withdrawn"))).contains("未能撤回");
        visitor.expectAGoodPage(language);
        visitor.picture("bulk-signing-begun-" + language.wireValue());
        assertThat(visitor.sees(By.id("do-withdraw")))
                .as("too late stays too late")
                .isFalse();
        site.simulator().approve(visitor.waitForRequest());
        visitor.press(By.cssSelector("main form a"));
        visitor.waitForAddress(REPORT);
    }

    @Test
    void whatCameInTimeIsKeptAndTheRestIsSignedLater() throws Exception {
        Language language = Language.EN_US;
        visitor.signIn("plus", START, language);
        begin();
        site.simulator().inject(Fault.of(FaultKind.CALLBACK_DROP));
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAttribute(PROGRESS, "value", "9");
        site.advance(TOO_LONG);

        visitor.waitForAddress(REPORT);
        assertThat(visitor.sees(By.id("late"))).isTrue();
        assertThat(visitor.text(SIGNED)).isEqualTo("180");
        assertThat(visitor.text(MISSING)).isEqualTo("20");
        visitor.expectAGoodPage(language);
        visitor.wholePicture("bulk-signing-late-" + language.wireValue());
        assertThat(unzip(visitor.download(DOWNLOAD))).hasSize(180);

        visitor.press(By.id("again"));
        visitor.expectAGoodPage(language);
        visitor.picture("bulk-signing-rest-" + language.wireValue());
        begin();
        site.simulator().approve(visitor.waitForRequest());
        visitor.waitForAddress(REPORT);
        expectAllSigned();
    }

    private void begin() {
        visitor.press(SIGN);
        visitor.waitForAddressBelow(WAITING);
    }

    /** Waits for the callback that brings what a withdrawal takes; returns the ticket. */
    private String beginUntilItCanBeWithdrawn() {
        begin();
        String ticket = visitor.waitForRequest();
        visitor.waitUntil(() -> site.canWithdraw(ticket));
        return ticket;
    }

    /** Until the simulator's time is moved. */
    private void holdSomeSignaturesBack() {
        site.simulator()
                .inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(SOME_TIME).times(4));
    }

    private void expectAllSigned() {
        assertThat(visitor.attribute(VERDICT, "data-value")).isEqualTo("true");
        assertThat(visitor.text(SIGNED)).isEqualTo("200");
        assertThat(visitor.text(MISSING)).isEqualTo("0");
    }

    private void expectTheEnd(String code, Language language) {
        assertThat(visitor.text(By.id("sentence"))).isNotBlank();
        assertThat(visitor.text(By.tagName("main"))).contains(code);
        visitor.expectAGoodPage(language);
    }

    private List<Path> unzip(byte[] archive) throws IOException {
        List<Path> files = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.add(Files.write(folder.resolve(entry.getName()), entries.readAllBytes()));
            }
        }
        return files;
    }

    private String judge(Path pdf) {
        try {
            return PdfSig.judge(pdf, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
