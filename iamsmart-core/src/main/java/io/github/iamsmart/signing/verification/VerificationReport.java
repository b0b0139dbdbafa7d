package io.github.iamsmart.signing.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a verification found, row by row. Immutable.
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
     * Returns whether the signature can be accepted: it fits, its certificate is trusted, and no row failed. A row that
     * was skipped does no harm, unless the verifier {@linkplain SignatureVerifier.Builder#require requires} it.
     *
     * @return {@code false} if anything failed
     */
    public boolean passed() {
        return verdict(Check.SIGNATURE) == Verdict.PASSED
                && verdict(Check.CERTIFICATE_PATH) == Verdict.PASSED
                && failures().isEmpty();
    }

    /**
     * Returns the rows that failed.
     *
     * @return the rows
     */
    public List<Finding> failures() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .toList();
    }

    /**
     * Returns a row.
     *
     * @param check which check
     * @return the row; empty if the check does not apply to this kind of signature
     */
    public Optional<Finding> finding(Check check) {
        return findings.stream().filter(finding -> finding.check() == check).findFirst();
    }

    private Verdict verdict(Check check) {
        return finding(check).map(Finding::verdict).orElse(Verdict.SKIPPED);
    }

    /**
     * Returns this report with one more row.
     *
     * @param finding the row
     * @return a copy
     */
    public VerificationReport with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new VerificationReport(more);
    }

    /** Returns the report as lines of text. */
    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> finding.verdict() + " " + finding.check() + ": " + finding.reason())
                .collect(Collectors.joining("\n"));
    }
}
