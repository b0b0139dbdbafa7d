package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.samples.onlineservice.desk.CaseStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * An application on its way. Immutable; {@link #toString()} shows nothing of a person.
 *
 * @param id known to the server only
 * @param applicant who has signed in; empty if nobody has
 * @param openedAt when it was begun
 * @param form what it says; nobody can change it once it is submitted
 * @param request the request that it waits for, or waited for last
 * @param receipt of the application that was submitted
 */
record PermitApplication(
        String id,
        Optional<TokenisedId> applicant,
        Instant openedAt,
        PermitForm form,
        Optional<PendingRequest> request,
        Optional<Receipt> receipt)
        implements CaseStore.StoredCase {

    static PermitApplication open(Optional<TokenisedId> applicant, Instant now) {
        return new PermitApplication(
                UUID.randomUUID().toString(), applicant, now, PermitForm.EMPTY, Optional.empty(), Optional.empty());
    }

    boolean isSubmitted() {
        return receipt.isPresent();
    }

    /** The request of this name, if it is the one that the application waits for, or waited for last. */
    Optional<PendingRequest> request(String businessId) {
        return request.filter(pending -> pending.businessId().value().equals(businessId));
    }

    boolean waitsFor(BusinessId businessId, PendingRequest.Purpose purpose) {
        return !isSubmitted()
                && request(businessId.value())
                        .filter(pending -> pending.purpose() == purpose && !pending.taken())
                        .isPresent();
    }

    PermitApplication with(PendingRequest pending) {
        return new PermitApplication(id, applicant, openedAt, form, Optional.of(pending), receipt);
    }

    PermitApplication withRequest(UnaryOperator<PendingRequest> change) {
        return new PermitApplication(id, applicant, openedAt, form, request.map(change), receipt);
    }

    /** What iAM Smart brought; the request that brought it is done. */
    PermitApplication filled(UnaryOperator<PermitForm> filling) {
        return new PermitApplication(
                id, applicant, openedAt, filling.apply(form), request.map(PendingRequest::done), receipt);
    }

    /** Another form than before: a confirmation that is still under way was given for that one. */
    PermitApplication corrected(PermitForm corrected) {
        return new PermitApplication(id, applicant, openedAt, corrected, Optional.empty(), receipt);
    }

    /** Submitted: from now on the form is only there to be signed. */
    PermitApplication submitted(Receipt given) {
        return new PermitApplication(
                id, applicant, openedAt, form, request.map(PendingRequest::done), Optional.of(given));
    }

    @Override
    public String toString() {
        return "PermitApplication[" + form + ", submitted=" + isSubmitted() + "]";
    }
}
