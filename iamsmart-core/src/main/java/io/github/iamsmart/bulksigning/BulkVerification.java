package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What the verification of a bulk request found. Immutable by agreement.
 *
 * @param reports a report for each document for which a signature came, by its id
 * @param missing the ids of the documents without a signature
 * @param unknown ids that came and were not asked for; they are no documents of this request
 */
public record BulkVerification(
        SortedMap<String, VerificationReport> reports, SortedSet<String> missing, Set<String> unknown) {

    /**
     * Returns whether every document has a signature that can be accepted.
     *
     * @return {@code false} if one is missing or did not pass
     */
    public boolean passed() {
        return missing.isEmpty() && reports.values().stream().allMatch(VerificationReport::passed);
    }

    /**
     * Returns what to {@linkplain BulkSigningApi#acknowledge(io.github.iamsmart.request.BusinessId, Map) tell the
     * gateway} of each document: accepted, rejected, or that nothing was received.
     *
     * @return an answer for each document of the request
     */
    public Map<String, SigningAnswer> answers() {
        Map<String, SigningAnswer> answers = new TreeMap<>();
        reports.forEach(
                (id, report) -> answers.put(id, report.passed() ? SigningAnswer.ACCEPTED : SigningAnswer.REJECTED));
        missing.forEach(id -> answers.put(id, SigningAnswer.NOTHING_RECEIVED));
        return answers;
    }

    /** Shows numbers only. */
    @Override
    public String toString() {
        return "BulkVerification[" + reports.size() + " reports, " + missing.size() + " missing, " + unknown.size()
                + " unknown]";
    }
}
