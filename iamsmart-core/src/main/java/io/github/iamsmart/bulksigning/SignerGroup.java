package io.github.iamsmart.bulksigning;

import io.github.iamsmart.internal.signature.Certificates;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.Finding;
import io.github.iamsmart.signing.verification.SignatureScheme;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hashes that one certificate's RSA key has signed in one way, with matching signatures. Only the certificate
 * remains to be checked, at the first and the last time at which it signed. Thread-safe.
 */
final class SignerGroup {

    private static final Set<SignatureAlgorithm> RSA =
            Set.of(SignatureAlgorithm.SHA256_WITH_RSA, SignatureAlgorithm.NONE_WITH_RSA);

    private final Signer signer;
    private final @Nullable PublicKey key;
    private final @Nullable SignatureScheme scheme;
    private final List<BulkSignature.OfHash> signatures = new ArrayList<>();
    private @Nullable Signed first;
    private @Nullable Signed last;

    private record Signed(Instant time, BulkSignature.OfHash signature, BulkDocument.Hash document) {

        HashSigningResult result() {
            return signature.result();
        }
    }

    private record Signer(ByteBuffer certificate, SignatureAlgorithm algorithm) {

        boolean is(byte[] otherCertificate, SignatureAlgorithm otherAlgorithm) {
            return algorithm.equals(otherAlgorithm) && certificate.equals(ByteBuffer.wrap(otherCertificate));
        }
    }

    private SignerGroup(Signer signer) {
        this.signer = signer;
        this.key = Certificates.read(signer.certificate().array())
                .filter(Certificates::isRsa)
                .map(certificate -> certificate.getPublicKey())
                .orElse(null);
        this.scheme = SignatureScheme.PUBLISHED.get(signer.algorithm());
    }

    /** All signers of a request. */
    static final class BySigner {

        private final ConcurrentHashMap<Signer, SignerGroup> groups = new ConcurrentHashMap<>();
        private volatile @Nullable SignerGroup latest;

        /** {@return whether the signature matches and now belongs to a group; {@code false} leaves it undecided} */
        boolean takes(BulkSignature signature, BulkDocument document) {
            if (!(signature instanceof BulkSignature.OfHash came)
                    || !(document instanceof BulkDocument.Hash asked)
                    || !RSA.contains(asked.algorithm())) {
                return false;
            }
            HashSigningResult result = came.result();
            Optional<DocumentDigest> signed = result.digest();
            if (signed.isEmpty()
                    || !signed.get().equals(asked.digest())
                    || result.signedAt().isEmpty()) {
                return false;
            }
            return group(result.certificate(), asked.algorithm())
                    .takes(new Signed(result.signedAt().get(), came, asked));
        }

        /**
         * Tries the group of the previous signature first: it nearly always matches, which saves hashing the
         * certificate.
         */
        private SignerGroup group(byte[] certificate, SignatureAlgorithm algorithm) {
            SignerGroup before = latest;
            if (before != null && before.signer.is(certificate, algorithm)) {
                return before;
            }
            SignerGroup group =
                    groups.computeIfAbsent(new Signer(ByteBuffer.wrap(certificate), algorithm), SignerGroup::new);
            latest = group;
            return group;
        }

        Collection<SignerGroup> all() {
            return groups.values();
        }
    }

    private boolean takes(Signed signed) {
        if (key == null || scheme == null || !fits(key, scheme, signed)) {
            return false;
        }
        synchronized (this) {
            signatures.add(signed.signature());
            first = first == null || signed.time().isBefore(first.time()) ? signed : first;
            last = last == null || signed.time().isAfter(last.time()) ? signed : last;
        }
        return true;
    }

    private static boolean fits(PublicKey key, SignatureScheme scheme, Signed signed) {
        try {
            return scheme.verify(
                    key, signed.document().digest().bytes(), signed.result().signature());
        } catch (GeneralSecurityException | RuntimeException unusable) {
            return false;
        }
    }

    synchronized List<BulkSignature.OfHash> signatures() {
        return List.copyOf(signatures);
    }

    /** {@return the report for the whole group; empty if its certificate does not pass for all of them} */
    synchronized Optional<VerificationReport> report(
            BiFunction<HashSigningResult, BulkDocument.Hash, VerificationReport> judge) {
        Signed from = first;
        Signed until = last;
        if (from == null || until == null) {
            return Optional.empty();
        }
        List<VerificationReport> reports = Stream.of(from, until)
                .parallel()
                .map(signed -> judge.apply(signed.result(), signed.document()))
                .toList();
        return reports.stream().allMatch(VerificationReport::passed)
                ? Optional.of(between(worse(reports), from.time(), until.time()))
                : Optional.empty();
    }

    /** Nothing is said to be checked that was checked at one end only. */
    private static VerificationReport worse(List<VerificationReport> reports) {
        return reports.stream()
                .max(Comparator.comparing(VerificationReport::conclusion))
                .orElseThrow();
    }

    private static VerificationReport between(VerificationReport report, Instant from, Instant until) {
        return new VerificationReport(report.findings().stream()
                .map(finding -> finding.check() == Check.VALIDITY_AT_SIGNING_TIME
                        ? new Finding(
                                Check.VALIDITY_AT_SIGNING_TIME,
                                Verdict.PASSED,
                                "The certificate was valid at the first and at the last signing time of the request, "
                                        + from + " and " + until + ".")
                        : finding)
                .toList());
    }
}
