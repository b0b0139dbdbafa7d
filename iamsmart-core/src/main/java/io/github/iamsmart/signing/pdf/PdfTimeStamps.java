package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * The document time-stamps of a PDF: they look like signatures, and yet nobody signs by them. Each is a row of the
 * reports on the signatures before it.
 */
final class PdfTimeStamps {

    private static final String SUB_FILTER = "ETSI.RFC3161";
    private static final COSName TYPE = COSName.getPDFName("DocTimeStamp");

    private final SignatureVerifier verifier;
    private final Path pdf;
    private final List<int[]> ranges = new ArrayList<>();

    PdfTimeStamps(SignatureVerifier verifier, Path pdf) {
        this.verifier = verifier;
        this.pdf = pdf;
    }

    /** {@return whether it is a time-stamp; then it is kept} */
    boolean takes(PDSignature field) {
        boolean stamp = SUB_FILTER.equals(field.getSubFilter())
                || TYPE.equals(field.getCOSObject().getCOSName(COSName.TYPE));
        if (stamp) {
            ranges.add(field.getByteRange());
        }
        return stamp;
    }

    /** {@return the report with what the time-stamps after a signature say} */
    VerificationReport addTo(VerificationReport report, long end) throws IOException {
        long length = Files.size(pdf);
        VerificationReport whole = report;
        for (int[] range : ranges) {
            if (PdfVerifier.end(range) > end) {
                whole = withStamp(whole, check(range, length));
            }
        }
        return whole;
    }

    private Finding check(int[] range, long length) throws IOException {
        Optional<SignedRange> stamped = SignedRange.of(range, length);
        Optional<byte[]> token = stamped.isPresent() ? stamped.get().contents(pdf) : Optional.empty();
        return token.isPresent()
                ? verifier.verifyTimeStamp(token.get(), () -> stamped.get().open(pdf))
                : new Finding(
                        Check.TIME_STAMP,
                        Verdict.FAILED,
                        "The ByteRange of a time-stamp does not begin at 0, or leaves out more or less than the"
                                + " time-stamp.");
    }

    /** There is one row for all time-stamps: a wrong one counts more than one that was not checked. */
    private static VerificationReport withStamp(VerificationReport report, Finding stamp) {
        Optional<Finding> before = report.finding(Check.TIME_STAMP);
        if (before.isEmpty()) {
            return report.with(stamp);
        }
        return before.get().verdict() == Verdict.FAILED || stamp.verdict() != Verdict.FAILED
                ? report
                : replaced(report, stamp);
    }

    private static VerificationReport replaced(VerificationReport report, Finding row) {
        return new VerificationReport(report.findings().stream()
                .map(each -> each.check() == row.check() ? row : each)
                .toList());
    }
}
