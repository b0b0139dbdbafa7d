package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.samples.onlineservice.cases.Case;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An application for a permit. Immutable; {@link #toString()} shows nothing of a person.
 *
 * @param form what it says; nobody can change it once it is submitted
 * @param refused whether iAM Smart could not tell that it is the applicant who confirms
 * @param receipt of the application that was submitted
 */
public record Permit(
        String id,
        String owner,
        Instant openedAt,
        int requests,
        PermitForm form,
        boolean refused,
        Optional<Receipt> receipt)
        implements Case {

    static Permit open(String owner, Instant now) {
        return new Permit(UUID.randomUUID().toString(), owner, now, 0, PermitForm.EMPTY, false, Optional.empty());
    }

    public boolean isSubmitted() {
        return receipt.isPresent();
    }

    /** The number of the receipt, once it is submitted. */
    public String number() {
        return receipt.map(Receipt::number).orElseThrow();
    }

    /** A new request: an answer to the one before is not wanted any more. */
    Permit nextRequest() {
        return new Permit(id, owner, openedAt, requests + 1, form, false, receipt);
    }

    /** Another form than before: a confirmation that is still under way was given for that one. */
    Permit with(PermitForm changed) {
        return new Permit(id, owner, openedAt, requests + 1, changed, false, receipt);
    }

    Permit refusedConfirmation() {
        return new Permit(id, owner, openedAt, requests + 1, form, true, receipt);
    }

    /** From now on the form is only there to be signed. */
    Permit submitted(Receipt given) {
        return new Permit(id, owner, openedAt, requests + 1, form, false, Optional.of(given));
    }

    @Override
    public String toString() {
        return "Permit[" + form + ", submitted=" + isSubmitted() + "]";
    }
}
