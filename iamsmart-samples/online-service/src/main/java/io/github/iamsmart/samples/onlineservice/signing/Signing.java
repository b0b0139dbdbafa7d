package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.samples.onlineservice.cases.Case;
import io.github.iamsmart.samples.onlineservice.signing.Place.Subject;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.SignatureAlgorithm;
import io.github.iamsmart.signing.pdf.PreparedPdf;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.VerificationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A paper on its way to its signature. Immutable; {@link #toString()} shows nothing of a person. Of the signer's HKIC
 * not even the hash is kept: the gateway compares it.
 *
 * @param place what is signed, with a sign-in or without
 * @param paper what is signed
 * @param signed what came
 */
record Signing(
        String id, String owner, Instant openedAt, int requests, Place place, Paper paper, Optional<Signed> signed)
        implements Case {

    /**
     * What is to be signed.
     *
     * @param edition tells it from others of its subject: the number of the application, the language of the terms
     * @param file where it is
     * @param digest what the gateway gets of it
     * @param prepared what will be appended to a PDF
     */
    record Paper(String edition, Path file, DocumentDigest digest, Optional<PreparedPdf> prepared) {}

    /**
     * A signature that came.
     *
     * @param report whether it is good
     * @param pdf the PDF with it; empty for a hash, and where the signature is not good
     * @param at when it was verified
     */
    record Signed(VerificationReport report, Optional<Path> pdf, Instant at) {}

    static Signing open(String owner, Instant now, Place place, Paper paper) {
        return new Signing(UUID.randomUUID().toString(), owner, now, 0, place, paper, Optional.empty());
    }

    /** A new request; the signature of the one before is not wanted any more. */
    Signing nextRequest() {
        return new Signing(id, owner, openedAt, requests + 1, place, paper, Optional.empty());
    }

    Signing signed(Signed result) {
        return new Signing(id, owner, openedAt, requests, place, paper, Optional.of(result));
    }

    /** What this site itself knows of a paper, and not what came back. The gateway has compared the signer. */
    ExpectedSignature expected() {
        return new ExpectedSignature(paper.digest(), SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty());
    }

    /** Whether the gateway is told who has to sign: the applicant, or the number that a visitor types. */
    boolean namesSigner() {
        return place.subject() == Subject.APPLICATION || !place.signedIn();
    }

    Optional<Path> signedPdf() {
        return signed.flatMap(Signed::pdf);
    }

    @Override
    public Stream<Path> files() {
        return Stream.concat(Stream.of(paper.file()), signedPdf().stream());
    }

    @Override
    public String toString() {
        return "Signing[" + place + ", signed=" + signed.isPresent() + "]";
    }
}
