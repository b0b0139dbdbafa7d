package io.github.iamsmart.signing.pdf;

import io.github.iamsmart.internal.signature.revisions.LaterChanges;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.util.List;

/**
 * How much of a file its signatures cover together.
 *
 * @param length the length of the file
 * @param covered where the last signature ends
 * @param isGood whether that signature is itself good
 * @param needsSigner whether somebody would have to sign what follows it
 */
record Coverage(long length, long covered, boolean isGood, boolean needsSigner) {

    /**
     * Looks at the signatures, in the order in which they end.
     *
     * @param length the length of the file
     * @param ranges what they cover
     * @param signatures the reports on the signatures alone
     * @param judgements what was changed after each
     */
    static Coverage of(
            long length,
            List<int[]> ranges,
            List<VerificationReport> signatures,
            List<LaterChanges.Judgement> judgements) {
        long covered = ranges.isEmpty() ? 0 : PdfVerifier.end(ranges.get(ranges.size() - 1));
        boolean isGood = false;
        boolean needsSigner = covered != length;
        for (int i = 0; i < ranges.size(); i++) {
            if (PdfVerifier.end(ranges.get(i)) == covered) {
                isGood |= signatures.get(i).passed();
                needsSigner &= judgements.get(i).needsSigner();
            }
        }
        return new Coverage(length, covered, isGood, needsSigner);
    }

    /** {@return the row for a signature that ends here} */
    Finding finding(long end) {
        if (end == length) {
            return row(Verdict.PASSED, "The signature covers all of the file.");
        }
        String first = "The signature covers the first " + end + " bytes; what follows ";
        if (covered == length) {
            return isGood
                    ? row(Verdict.PASSED, first + "was signed later.")
                    : row(
                            Verdict.SKIPPED,
                            first + "was signed later, by a signature that is not good itself. LATER_CHANGES says what"
                                    + " it adds.");
        }
        String unsigned = "The last " + (length - covered) + " bytes of the file are covered by no signature: ";
        return needsSigner
                ? row(Verdict.FAILED, unsigned + "something was appended after it was signed.")
                : row(
                        Verdict.SKIPPED,
                        unsigned + "they add what may be added unsigned, such as time-stamps and data for validation."
                                + " LATER_CHANGES says what it is.");
    }

    private static Finding row(Verdict verdict, String reason) {
        return new Finding(Check.BYTE_RANGE, verdict, reason);
    }
}
