package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import io.github.iamsmart.signing.verification.Conclusion;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The pass for one evening.
 *
 * @param number its name, at the gateway too
 * @param day which evening
 * @param file the PDF: with its signature, if it has a good one
 * @param prepared what is appended to it with the signature
 * @param report what the verification found; empty if no signature has come
 */
public record DayPass(
        String number, LocalDate day, Path file, PreparedPdf prepared, Optional<VerificationReport> report) {

    /** What has become of a pass. */
    public enum Standing {
        SIGNED,
        REJECTED,
        MISSING
    }

    static DayPass of(String number, LocalDate day, Path file, PreparedPdf prepared) {
        return new DayPass(number, day, file, prepared, Optional.empty());
    }

    public Standing standing() {
        return report.map(found -> found.passed() ? Standing.SIGNED : Standing.REJECTED)
                .orElse(Standing.MISSING);
    }

    boolean isSigned() {
        return standing() == Standing.SIGNED;
    }

    /** Whether every check of its signature was made, and passed. */
    boolean isFullyChecked() {
        return report.filter(found -> found.conclusion() == Conclusion.GOOD).isPresent();
    }

    /** What is sent of it, by the name that the app shows. */
    BulkDocument document(String name) {
        return BulkDocument.pdf(number, name, prepared.digest());
    }

    DayPass signed(Path signedFile, VerificationReport found) {
        return new DayPass(number, day, signedFile, prepared, Optional.of(found));
    }

    DayPass rejected(VerificationReport found) {
        return new DayPass(number, day, file, prepared, Optional.of(found));
    }
}
