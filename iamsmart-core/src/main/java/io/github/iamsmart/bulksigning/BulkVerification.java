package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the verification of a bulk request found. Immutable. */
public final class BulkVerification {

    private final SortedMap<String, VerificationReport> reports;
    private final SortedSet<String> missing;
    private final Set<String> unknown;
    private final GoodSignatures good;

    BulkVerification(
            Map<String, VerificationReport> reports, Set<String> documents, Set<String> unknown, GoodSignatures good) {
        SortedSet<String> unsigned = documents.stream()
                .filter(id -> !reports.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        this.reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
        this.missing = Collections.unmodifiableSortedSet(unsigned);
        this.unknown = Set.copyOf(unknown);
        this.good = good;
    }

    /**
     * Returns what was found of each document for which a signature came.
     *
     * @return a report by the id of the document; of the best one if several signatures came for it
     */
    public SortedMap<String, VerificationReport> reports() {
        return reports;
    }

    /**
     * Returns which documents have no signature.
     *
     * @return their ids
     */
    public SortedSet<String> missing() {
        return missing;
    }

    /**
     * Returns what came and was not asked for.
     *
     * @return ids that belong to no document of this request
     */
    public Set<String> unknown() {
        return unknown;
    }

    /**
     * Returns whether every document has a signature that can be accepted.
     *
     * @return {@code false} if one is missing or did not pass
     */
    public boolean passed() {
        return missing.isEmpty() && reports.values().stream().allMatch(VerificationReport::passed);
    }

    /**
     * Returns whether it is this very signature that passed: to be asked of each before it is archived. Of two good
     * ones for one document only one is accepted, and one that came after the verification is not.
     *
     * @param signature a signature of the verified request
     * @return {@code true} if it was seen and is good
     */
    public boolean accepts(BulkSignature signature) {
        return good.has(signature);
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
