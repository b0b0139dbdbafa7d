package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears how requests ended, even if the applicant has closed the page meanwhile. */
@Component
final class PermitOutcomes {

    private final PermitDesk desk;

    PermitOutcomes(PermitDesk desk) {
        this.desk = desk;
    }

    // tag::events[]
    @EventListener
    void onFormFilled(RequestOutcomeEvent<FormFillingResult> event) {
        desk.filled(event.outcome());
    }

    @EventListener
    void onReauthenticated(RequestOutcomeEvent<ReauthenticationResult> event) {
        desk.confirmed(event.outcome());
    }
    // end::events[]
}
