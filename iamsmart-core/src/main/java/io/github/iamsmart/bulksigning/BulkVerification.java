package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.verification.Conclusion;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The result of verifying a bulk request. Immutable. */
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
     * {@return the reports by document id, one for each document for which a signature came; if several came, that of
     * the best one}
     */
    public SortedMap<String, VerificationReport> reports() {
        return reports;
    }

    /** {@return the ids of the documents without a signature} */
    public SortedSet<String> missing() {
        return missing;
    }

    /** {@return the ids that came but belong to no document of this request} */
    public Set<String> unknown() {
        return unknown;
    }

    /**
     * {@return the worst conclusion of all documents; {@link Conclusion#NOT_GOOD} if a signature is missing, or there
     * is no document}
     */
    public Conclusion conclusion() {
        return missing.isEmpty()
                ? reports.values().stream()
                        .map(VerificationReport::conclusion)
                        .max(Comparator.naturalOrder())
                        .orElse(Conclusion.NOT_GOOD)
                : Conclusion.NOT_GOOD;
    }

    /** {@return whether every document has a signature that can be accepted, and there is one} */
    public boolean passed() {
        return conclusion() != Conclusion.NOT_GOOD;
    }

    /**
     * {@return whether this very signature was seen and is good} Check it for each signature before you archive it: if
     * a document has two good signatures, only one is accepted, and a signature that came after the verification is
     * not.
     *
     * @param signature a signature of the verified request
     */
    public boolean accepts(BulkSignature signature) {
        return good.has(signature);
    }

    /**
     * {@return the verdict to {@linkplain BulkSigningApi#acknowledge(io.github.iamsmart.requests.BusinessId, Map) send
     * to the gateway} for each document of the request: accepted, rejected, or nothing received}
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
