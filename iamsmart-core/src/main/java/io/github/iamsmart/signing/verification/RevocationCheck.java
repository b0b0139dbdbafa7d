package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.signature.OcspAnswer;
import io.github.iamsmart.internal.signature.RevocationFetch;
import io.github.iamsmart.internal.signature.RevocationLists;
import io.github.iamsmart.internal.signature.RevocationStatus;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a certificate had been revoked when it signed. Lists and answers are judged as of today, because they
 * may be younger than the signature.
 */
final class RevocationCheck {

    private final @Nullable RevocationSource source;
    private final boolean unknownAllowed;
    private final Clock clock;
    private final RevocationFetch network;

    RevocationCheck(@Nullable RevocationSource source, boolean unknownAllowed, Clock clock) {
        this.source = source;
        this.unknownAllowed = unknownAllowed;
        this.clock = clock;
        this.network = new RevocationFetch(clock);
    }

    /**
     * Checks every certificate of a path but the trust anchor, which nobody can revoke.
     *
     * @param path from the signer's certificate up to the trust anchor
     * @param signedAt when the signer signed
     */
    Finding check(List<X509Certificate> path, Instant signedAt) {
        if (source == null) {
            return Finding.skipped(Check.REVOCATION, "Revocation is not checked: set a RevocationSource to check it.");
        }
        if (path.size() < 2) {
            return Finding.skipped(
                    Check.REVOCATION, "The certificate is itself a trust anchor, which no authority can revoke.");
        }
        Instant now = clock.instant();
        Finding found = Finding.passed(Check.REVOCATION, "No certificate of the path has been revoked.");
        for (int i = 0; i + 1 < path.size(); i++) {
            RevocationStatus status = status(source, path.get(i), path.get(i + 1), now);
            boolean signer = i == 0;
            if (status.since().isPresent()) {
                Instant since = status.since().get();
                if (!signer || !since.isAfter(signedAt)) {
                    return revoked(signer, since);
                }
                found = Finding.passed(
                        Check.REVOCATION, "The certificate was revoked at " + since + ", after it signed.");
            } else if (!status.known() && found.verdict() == Verdict.PASSED) {
                found = unknown(signer, status.why());
            }
        }
        return found;
    }

    private static Finding revoked(boolean signer, Instant since) {
        return Finding.failed(
                Check.REVOCATION,
                signer
                        ? "The certificate was revoked at " + since + ", before it signed."
                        : "The certificate of an authority on the path was revoked at " + since + ".");
    }

    private Finding unknown(boolean signer, String why) {
        return new Finding(
                Check.REVOCATION,
                unknownAllowed ? Verdict.SKIPPED : Verdict.FAILED,
                "It cannot be shown that the " + (signer ? "certificate is" : "certificates of the path are")
                        + " not revoked (" + why
                        + "): the source must have a current list or answer for every certificate of the path.");
    }

    /** Where both a list and an answer are at hand, the bad news counts. */
    private RevocationStatus status(
            RevocationSource from, X509Certificate certificate, X509Certificate issuer, Instant now) {
        List<RevocationStatus> found = new ArrayList<>();
        try {
            from.ocspResponse(certificate)
                    .ifPresent(answer -> found.add(OcspAnswer.judge(answer, certificate, issuer, now)));
            List<X509CRL> lists = from.crls(certificate);
            if (!lists.isEmpty()) {
                found.add(RevocationLists.judge(lists, certificate, issuer, now));
            }
        } catch (RuntimeException failed) {
            found.add(RevocationStatus.unknown(
                    "the source failed with " + failed.getClass().getSimpleName()));
        }
        if (from.mayUseNetwork() && found.stream().noneMatch(RevocationStatus::known)) {
            found.add(network.status(certificate, issuer));
        }
        return Stream.of(
                        found.stream().filter(status -> status.since().isPresent()),
                        found.stream().filter(RevocationStatus::known),
                        found.stream())
                .flatMap(each -> each)
                .findFirst()
                .orElseGet(() -> RevocationStatus.unknown("there is none"));
    }
}
