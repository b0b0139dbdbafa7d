package io.github.iamsmart.samples.onlineservice.daypasses;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.daypasses.DayPass.Standing;
import io.github.iamsmart.samples.onlineservice.daypasses.Season.End;
import io.github.iamsmart.signing.pdf.PdfSignatureOptions;
import io.github.iamsmart.signing.pdf.PdfSigner;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeasonTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final End END = new End(Instant.EPOCH, false);
    private static final VerificationReport GOOD = report(Verdict.PASSED);
    private static final VerificationReport BAD = report(Verdict.FAILED);

    @TempDir
    Path folder;

    private DayPass first;
    private DayPass second;
    private Season season;

    @BeforeEach
    void printTwo() throws IOException {
        Path pdf = folder.resolve("pass.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf.toFile());
        }
        PreparedPdf prepared =
                new PdfSigner().prepare(pdf, PdfSignatureOptions.builder().build());
        first = DayPass.of("1", DAY, pdf, prepared);
        second = DayPass.of("2", DAY.plusDays(1), pdf, prepared);
        season = Season.open("user", "", Instant.EPOCH, CompletableFuture.completedFuture(List.of(first, second)));
    }

    @Test
    void beginsWithTheNextMonthAndHasTwoHundredEvenings() {
        List<LocalDate> evenings = Season.evenings(LocalDate.of(2026, 12, 31));

        assertThat(evenings).hasSize(200).startsWith(DAY).endsWith(LocalDate.of(2027, 7, 19));
    }

    @Test
    void asksForWhatIsNotSignedYet() {
        Path signed = folder.resolve("signed.pdf");
        season = season.judged(Map.of("1", first.signed(signed, GOOD), "2", second.rejected(BAD)), END);

        assertThat(season.of(Standing.SIGNED)).extracting(DayPass::file).containsExactly(signed);
        assertThat(season.of(Standing.REJECTED)).extracting(DayPass::number).containsExactly("2");
        assertThat(season.unsigned()).extracting(DayPass::number).containsExactly("2");
    }

    @Test
    void aPassThatIsSignedStaysSigned() {
        season = season.judged(Map.of("1", first.signed(folder.resolve("signed.pdf"), GOOD)), END);

        Season after = season.judged(Map.of("1", first.rejected(BAD), "2", second.rejected(BAD)), END);

        assertThat(after.passes()).extracting(DayPass::standing).containsExactly(Standing.SIGNED, Standing.REJECTED);
    }

    @Test
    void asksInItsNextRequestForTheRestOnly() {
        season = season.nextRequest();
        String reference = season.reference();
        season = season.judged(Map.of("1", first.signed(folder.resolve("signed.pdf"), GOOD)), END)
                .nextRequest();

        assertThat(season.asked()).extracting(DayPass::number).containsExactly("2");
        assertThat(season.reference()).isNotEqualTo(reference);
        assertThat(season.end()).isEmpty();
    }

    private static VerificationReport report(Verdict verdict) {
        return new VerificationReport(
                List.of(new Finding(Check.SIGNATURE, verdict, "…"), new Finding(Check.CERTIFICATE_PATH, verdict, "…")));
    }
}
