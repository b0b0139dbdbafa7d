package io.github.iamsmart.signing.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The findings of a verification, row by row. Immutable.
 *
 * @param findings one row for each check, in the order in which the checks build on each other
 */
public record VerificationReport(List<Finding> findings) {

    /**
     * Copies the rows.
     *
     * @param findings the rows
     */
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /**
     * {@return whether the signature can be accepted: it matches, its certificate is trusted, and no row failed} A
     * skipped row does not prevent that, unless the verifier {@linkplain SignatureVerifier.Builder#require requires}
     * it; but {@link Check#LATER_CHANGES} does.
     */
    public boolean passed() {
        return verdict(Check.SIGNATURE) == Verdict.PASSED
                && verdict(Check.CERTIFICATE_PATH) == Verdict.PASSED
                && finding(Check.LATER_CHANGES).map(Finding::verdict).orElse(Verdict.PASSED) == Verdict.PASSED
                && failures().isEmpty();
    }

    /** {@return the rows that failed} */
    public List<Finding> failures() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .toList();
    }

    /**
     * {@return the row of a check; empty if the check does not apply to this kind of signature}
     *
     * @param check which check
     */
    public Optional<Finding> finding(Check check) {
        return findings.stream().filter(finding -> finding.check() == check).findFirst();
    }

    private Verdict verdict(Check check) {
        return finding(check).map(Finding::verdict).orElse(Verdict.SKIPPED);
    }

    /**
     * {@return a copy with one more row}
     *
     * @param finding the row
     */
    public VerificationReport with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new VerificationReport(more);
    }

    /** {@return the report as lines of text} */
    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> finding.verdict() + " " + finding.check() + ": " + finding.reason())
                .collect(Collectors.joining("\n"));
    }
}
