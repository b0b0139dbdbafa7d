package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Verifies the signatures of bulk requests on all processors while they are read. Only a few of them are in memory at
 * any time. Immutable and thread-safe.
 *
 * <p>All hashes of a request are signed with one certificate. Its path, validity and revocation are therefore checked
 * in full only for the first and the last signing time; what holds at both ends holds between them. If these checks
 * fail, or a signature does not match, {@link SignatureVerifier} checks each signature individually. Each PDF has its
 * own structure and is always checked individually.
 */
public final class BulkVerifier {

    private final SignatureVerifier verifier;

    /**
     * Creates a verifier.
     *
     * @param verifier has the trust anchors
     */
    public BulkVerifier(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Verifies the signatures of a request. Blocks until it is done.
     *
     * @param signatures the signatures that came
     * @param request what was requested: the service's own record, never what came back
     * @return a report for each document; bad signatures never throw
     * @throws io.github.iamsmart.error.ProtocolException if the signatures can no longer be read
     */
    public BulkVerification verify(Iterable<BulkSignature> signatures, BulkSigningRequest request) {
        return verify(signatures, BulkExpectation.of(request));
    }

    /**
     * Verifies the signatures of documents. Blocks until it is done.
     *
     * @param signatures the signatures that came; read twice if the certificate does not pass
     * @param expected what was requested
     * @return a report for each document; bad signatures never throw
     * @throws io.github.iamsmart.error.ProtocolException if the signatures can no longer be read
     */
    public BulkVerification verify(Iterable<BulkSignature> signatures, BulkExpectation expected) {
        Pass pass = new Pass(expected);
        ParallelIteration.forEach(signatures.iterator(), pass::look);
        Set<String> unsettled = pass.settle();
        if (!unsettled.isEmpty()) {
            ParallelIteration.forEach(signatures.iterator(), signature -> {
                if (unsettled.contains(signature.documentId())) {
                    pass.judge(signature);
                }
            });
        }
        return pass.found();
    }

    /** One verification of one request. */
    private final class Pass {

        private final Map<String, BulkDocument> documents;
        private final Optional<String> hkicHash;
        private final SignerGroup.BySigner groups = new SignerGroup.BySigner();
        private final Map<String, VerificationReport> reports = new ConcurrentHashMap<>();
        private final Set<String> unknown = ConcurrentHashMap.newKeySet();
        private final GoodSignatures good = new GoodSignatures();

        Pass(BulkExpectation expected) {
            this.documents =
                    expected.documents().stream().collect(Collectors.toMap(BulkDocument::id, Function.identity()));
            this.hkicHash = expected.hkicHash();
        }

        void look(BulkSignature signature) {
            BulkDocument document = documents.get(signature.documentId());
            if (document == null) {
                unknown.add(signature.documentId());
            } else if (!groups.takes(signature, document)) {
                judge(signature);
            }
        }

        void judge(BulkSignature signature) {
            BulkDocument document = documents.get(signature.documentId());
            if (document != null) {
                DocumentJudge.judge(verifier, signature, document, hkicHash)
                        .ifPresent(report -> keep(signature, report, report.passed()));
            }
        }

        /** If a document has two signatures, a good one counts. */
        private void keep(BulkSignature signature, VerificationReport report, boolean passed) {
            reports.compute(signature.documentId(), (id, before) -> {
                if (before != null && before.passed()) {
                    return before;
                }
                if (passed) {
                    good.add(signature);
                }
                return report;
            });
        }

        /** {@return the documents that have to be checked individually} */
        Set<String> settle() {
            Set<String> unsettled = ConcurrentHashMap.newKeySet();
            for (SignerGroup group : groups.all()) {
                Optional<VerificationReport> report = group.report((result, document) -> verifier.verify(
                        result, new ExpectedSignature(document.digest(), document.algorithm(), hkicHash)));
                if (report.isPresent()) {
                    boolean passed = report.get().passed();
                    group.signatures().forEach(signature -> keep(signature, report.get(), passed));
                } else {
                    group.signatures().forEach(signature -> unsettled.add(signature.documentId()));
                }
            }
            return unsettled;
        }

        BulkVerification found() {
            return new BulkVerification(reports, documents.keySet(), unknown, good);
        }
    }
}
