package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.error.DocumentException;
import io.github.iamsmart.internal.pdf.PdfFile;
import io.github.iamsmart.internal.pdf.UnsoundPdfException;
import io.github.iamsmart.internal.signature.revisions.LaterChanges;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * Verifies the signatures in a PDF. Immutable and thread-safe.
 *
 * <p>What a signature covers cannot be changed unnoticed. What is appended later can replace it all the same, so what
 * was appended after each signature is compared with what that signature and earlier ones allow, and the last signature
 * must cover the whole file, apart from time-stamps, data for validation, and what a certification expressly allows.
 */
public final class PdfVerifier {

    private final SignatureVerifier verifier;

    /**
     * Creates a verifier.
     *
     * @param verifier verifies the signatures themselves
     */
    public PdfVerifier(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Verifies all signatures of a PDF, regardless of the signer.
     *
     * @param pdf the file
     * @return a report for each signature, in the order in which they were made; none for a PDF without one.
     *     Time-stamps are no signatures: they are rows of the signatures before them
     * @throws DocumentException if the file cannot be read as a PDF, possibly because it was changed
     * @throws IOException if it cannot be read at all
     */
    public List<VerificationReport> verify(Path pdf) throws IOException {
        return verify(pdf, Optional.empty());
    }

    /**
     * Verifies all signatures of a PDF.
     *
     * @param pdf the file
     * @param hkicHash the hash of the HKIC of the last signer, if one was named
     * @return a report for each signature, in the order in which they were made; none for a PDF without one.
     *     Time-stamps are no signatures: they are rows of the signatures before them
     * @throws DocumentException if the file cannot be read as a PDF, possibly because it was changed
     * @throws IOException if it cannot be read at all
     */
    public List<VerificationReport> verify(Path pdf, Optional<String> hkicHash) throws IOException {
        PdfTimeStamps stamps = new PdfTimeStamps(verifier, pdf);
        List<int[]> ranges = ranges(pdf, stamps);
        ranges.sort((one, other) -> Long.compare(end(one), end(other)));
        long covered = ranges.stream().mapToLong(PdfVerifier::end).max().orElse(0);
        List<VerificationReport> reports = new ArrayList<>();
        for (int[] range : ranges) {
            reports.add(verify(pdf, range, end(range) == covered ? hkicHash : Optional.empty()));
        }
        return withLaterChanges(pdf, ranges, reports, stamps);
    }

    private List<VerificationReport> withLaterChanges(
            Path pdf, List<int[]> ranges, List<VerificationReport> signatures, PdfTimeStamps stamps)
            throws IOException {
        long length = Files.size(pdf);
        List<VerificationReport> reports = new ArrayList<>();
        try (LaterChanges changes = new LaterChanges(pdf, length)) {
            List<LaterChanges.Judgement> judgements = new ArrayList<>();
            for (int[] range : ranges) {
                judgements.add(changes.after(
                        SignedRange.of(range, length).map(SignedRange::end).orElse(0L)));
            }
            Coverage coverage = Coverage.of(length, ranges, signatures, judgements);
            for (int i = 0; i < ranges.size(); i++) {
                long end = end(ranges.get(i));
                VerificationReport report = signatures.get(i);
                if (report.finding(Check.BYTE_RANGE).isEmpty()) {
                    report = report.with(verifier.enforceRequired(coverage.finding(end)));
                }
                report = report.with(verifier.enforceRequired(laterChanges(judgements.get(i), ranges.get(i), length)));
                reports.add(stamps.addTo(report, end));
            }
        }
        return reports;
    }

    /** Whatever is looked at may be an object of its own, which is read only now: so look while the file is open. */
    private static List<int[]> ranges(Path pdf, PdfTimeStamps stamps) throws IOException {
        try {
            return PdfFile.read(pdf, file -> {
                List<int[]> ranges = new ArrayList<>();
                for (PDSignature field : file.document().getSignatureDictionaries()) {
                    if (!stamps.takes(field)) {
                        ranges.add(field.getByteRange());
                    }
                }
                return ranges;
            });
        } catch (UnsoundPdfException e) {
            throw new DocumentException(
                    e.kind() == UnsoundPdfException.Kind.ENCRYPTED
                            ? "The PDF is encrypted, and cannot be read without a password or certificate: ask for a copy"
                                    + " that was signed without protection."
                            : "The file is not a PDF that can be read, or was damaged: " + e.reason()
                                    + ". Ask for the file as it was signed.",
                    e);
        }
    }

    static long end(int[] range) {
        return range.length == 4 ? (long) range[2] + range[3] : 0;
    }

    private VerificationReport verify(Path pdf, int[] range, Optional<String> hkicHash) throws IOException {
        Optional<SignedRange> signed = SignedRange.of(range, Files.size(pdf));
        Optional<byte[]> contents = signed.isPresent() ? signed.get().contents(pdf) : Optional.empty();
        if (contents.isEmpty()) {
            return unread();
        }
        return verifier.verifyContents(contents.get(), () -> signed.get().open(pdf), hkicHash);
    }

    /** Nothing is known of a signature that was not found, not even that it is bad. */
    private VerificationReport unread() {
        List<Finding> findings = new ArrayList<>();
        for (Check check : EnumSet.range(Check.CMS_CONTENT, Check.HKIC)) {
            if (check != Check.DOCUMENT_HASH) {
                findings.add(verifier.enforceRequired(new Finding(
                        check, Verdict.SKIPPED, "Not checked: the ByteRange does not tell what was signed.")));
            }
        }
        findings.add(new Finding(
                Check.BYTE_RANGE,
                Verdict.FAILED,
                "The ByteRange does not begin at 0, or leaves out more or less than the signature."));
        return new VerificationReport(findings);
    }

    private static Finding laterChanges(LaterChanges.Judgement judgement, int[] range, long length) {
        if (SignedRange.of(range, length).isEmpty()) {
            return new Finding(
                    Check.LATER_CHANGES,
                    Verdict.SKIPPED,
                    "Not checked: the ByteRange does not tell which revision was signed.");
        }
        Verdict verdict = switch (judgement.kind()) {
            case ALLOWED -> Verdict.PASSED;
            case FORBIDDEN -> Verdict.FAILED;
            case UNDECIDED -> Verdict.SKIPPED;
        };
        return new Finding(Check.LATER_CHANGES, verdict, judgement.reason());
    }
}
