package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.SignatureAlgorithm;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.util.List;
import java.util.Optional;

/** Verifies the signature of one document individually. */
final class DocumentJudge {

    private static final VerificationReport OTHER_KIND = new VerificationReport(List.of(new Finding(
            Check.DOCUMENT_HASH,
            Verdict.FAILED,
            "The signature of a hash came for a PDF, or that of a PDF for a hash.")));

    private DocumentJudge() {}

    /** {@return the report; empty if there is no signature to verify} */
    static Optional<VerificationReport> judge(
            SignatureVerifier verifier, BulkSignature signature, BulkDocument document, Optional<String> hkicHash) {
        if (signature instanceof BulkSignature.Unsigned) {
            return Optional.empty();
        }
        if (signature instanceof BulkSignature.OfHash came && document instanceof BulkDocument.Hash asked) {
            return Optional.of(
                    verifier.verify(came.result(), new ExpectedSignature(asked.digest(), asked.algorithm(), hkicHash)));
        }
        if (signature instanceof BulkSignature.OfPdf came && document instanceof BulkDocument.Pdf asked) {
            return Optional.of(verifier.verify(
                    came.result(),
                    new ExpectedSignature(asked.digest(), SignatureAlgorithm.SHA256_WITH_RSA, hkicHash)));
        }
        return Optional.of(OTHER_KIND);
    }
}
