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
 * Verifies the signatures of bulk requests on all processors while they are read. Never more than a few of them are in
 * memory. Immutable and thread-safe.
 *
 * <p>All hashes of a request are signed with one certificate. Its path, validity and revocation are therefore looked at
 * in full for the first and the last signing time; what holds at both ends holds between them. If they do not pass, or
 * a signature does not fit, {@link SignatureVerifier} judges each one of them. Each PDF brings its own structure and is
 * always judged by itself.
 */
public final class BulkVerifier {

    private final SignatureVerifier verifier;

    /**
     * Creates a verifier.
     *
     * @param verifier knows whom to trust
     */
    public BulkVerifier(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Verifies what came for a request. Blocks until it is done.
     *
     * @param signatures what came
     * @param request what was asked for: the service's own record, never what came back
     * @return a report for each document; bad signatures never throw
     * @throws io.github.iamsmart.error.ProtocolException if what came can no longer be read
     */
    public BulkVerification verify(BulkSignatures signatures, BulkSigningRequest request) {
        return verify(signatures, ExpectedSignatures.of(request));
    }

    /**
     * Verifies what came for documents. Blocks until it is done.
     *
     * @param signatures what came; read twice where the certificate does not pass
     * @param expected what was asked for
     * @return a report for each document; bad signatures never throw
     * @throws io.github.iamsmart.error.ProtocolException if what came can no longer be read
     */
    public BulkVerification verify(Iterable<BulkSignature> signatures, ExpectedSignatures expected) {
        Pass pass = new Pass(expected);
        AllProcessors.forEach(signatures.iterator(), pass::look);
        Set<String> unsettled = pass.settle();
        if (!unsettled.isEmpty()) {
            AllProcessors.forEach(signatures.iterator(), signature -> {
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
        private final SameSigner.Groups groups = new SameSigner.Groups();
        private final Map<String, VerificationReport> reports = new ConcurrentHashMap<>();
        private final Set<String> unknown = ConcurrentHashMap.newKeySet();
        private final GoodSignatures good = new GoodSignatures();

        Pass(ExpectedSignatures expected) {
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

        /** Of two signatures for one document a good one counts. */
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

        /** Returns the documents that have to be looked at one by one. */
        Set<String> settle() {
            Set<String> unsettled = ConcurrentHashMap.newKeySet();
            for (SameSigner group : groups.all()) {
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
