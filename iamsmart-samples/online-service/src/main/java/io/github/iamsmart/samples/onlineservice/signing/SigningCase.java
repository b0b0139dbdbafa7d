package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.samples.onlineservice.desk.CaseStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A paper on its way to its signature. Immutable; {@link #toString()} shows nothing of a person.
 *
 * @param id known to the server only
 * @param place what is signed, with a sign-in or without
 * @param signer who has signed in; empty if nobody has
 * @param openedAt when it was begun
 * @param paper what is signed
 * @param attempt the request that it waits for, or waited for last
 * @param signed what came of it
 */
record SigningCase(
        String id,
        Place place,
        Optional<TokenisedId> signer,
        Instant openedAt,
        Paper paper,
        Optional<Attempt> attempt,
        Optional<Signed> signed)
        implements CaseStore.StoredCase {

    static SigningCase open(Place place, Optional<TokenisedId> signer, Instant now, Paper paper) {
        return new SigningCase(
                UUID.randomUUID().toString(), place, signer, now, paper, Optional.empty(), Optional.empty());
    }

    /** The request of this name, if it is the one that the paper waits for, or waited for last. */
    Optional<Attempt> attempt(BusinessId businessId) {
        return attempt.filter(one -> one.businessId().equals(businessId));
    }

    /** A new request; the signature of the one before is not wanted any more. */
    SigningCase with(Attempt next) {
        return new SigningCase(id, place, signer, openedAt, paper, Optional.of(next), Optional.empty());
    }

    SigningCase withAttempt(UnaryOperator<Attempt> change) {
        return new SigningCase(id, place, signer, openedAt, paper, attempt.map(change), signed);
    }

    SigningCase signed(Signed result) {
        return new SigningCase(id, place, signer, openedAt, paper, attempt, Optional.of(result));
    }

    /** Whether the gateway is told who has to sign: the applicant, or the number that a visitor types. */
    boolean namesSigner() {
        return place.subject() == Subject.APPLICATION || !place.signedIn();
    }

    /** The PDF with its signature, if it is good. */
    Optional<Path> signedPdf() {
        return signed.flatMap(Signed::pdf);
    }

    @Override
    public Stream<Path> files() {
        return Stream.concat(Stream.of(paper.file()), signedPdf().stream());
    }

    @Override
    public String toString() {
        return "SigningCase[" + place + ", signed=" + signed.isPresent() + "]";
    }
}
