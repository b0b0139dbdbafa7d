package io.github.iamsmart.signing.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings of a verification, row by row. Immutable.
 *
 * @param findings one row for each check, in the order in which the checks build on each other
 */
public record VerificationReport(List<Finding> findings) {

    /** Where one of these is not shown, there is no signature of the document by anybody. */
    private static final Set<Check> INDISPENSABLE =
            Set.of(Check.MESSAGE_DIGEST, Check.SIGNATURE, Check.CERTIFICATE_PATH, Check.LATER_CHANGES);

    /**
     * Copies the rows.
     *
     * @param findings the rows
     */
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /**
     * {@return what the rows come to} A signature is good only if it matches, belongs to the document, its certificate
     * is trusted, and the document was not changed after it: where that was not checked, the conclusion is
     * {@link Conclusion#NOT_GOOD}.
     */
    public Conclusion conclusion() {
        boolean made = finding(Check.SIGNATURE).isPresent()
                && finding(Check.CERTIFICATE_PATH).isPresent()
                && findings.stream()
                        .noneMatch(finding ->
                                INDISPENSABLE.contains(finding.check()) && finding.verdict() != Verdict.PASSED);
        if (!made || !failures().isEmpty()) {
            return Conclusion.NOT_GOOD;
        }
        return unchecked().isEmpty() ? Conclusion.GOOD : Conclusion.GOOD_AS_FAR_AS_CHECKED;
    }

    /**
     * {@return whether the signature can be accepted: the conclusion is not {@link Conclusion#NOT_GOOD}} A skipped row
     * does not prevent that, unless the verifier {@linkplain SignatureVerifier.Builder#require requires} it.
     */
    public boolean passed() {
        return conclusion() != Conclusion.NOT_GOOD;
    }

    /** {@return the rows that failed} */
    public List<Finding> failures() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .toList();
    }

    /** {@return the rows of checks that were not made} */
    public List<Finding> unchecked() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.SKIPPED)
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
