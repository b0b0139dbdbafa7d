package io.github.iamsmart.signing.verification;

/**
 * A row of a report.
 *
 * @param check which check
 * @param verdict its result
 * @param reason why, in English, for the operators of the service; no personal data
 */
public record Finding(Check check, Verdict verdict, String reason) {

    static Finding passed(Check check, String reason) {
        return new Finding(check, Verdict.PASSED, reason);
    }

    static Finding failed(Check check, String reason) {
        return new Finding(check, Verdict.FAILED, reason);
    }

    static Finding skipped(Check check, String reason) {
        return new Finding(check, Verdict.SKIPPED, reason);
    }

    static Finding notApplicable(Check check, String reason) {
        return new Finding(check, Verdict.NOT_APPLICABLE, reason);
    }

    static Finding of(Check check, boolean good, String reasonIfGood, String reasonIfBad) {
        return good ? passed(check, reasonIfGood) : failed(check, reasonIfBad);
    }
}
