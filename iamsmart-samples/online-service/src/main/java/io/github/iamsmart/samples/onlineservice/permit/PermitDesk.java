package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.desk.CaseStore;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * What happens to an application. Outcomes of requests may come more than once, late, or for a request that another one
 * has replaced; then nothing happens.
 */
@Component
final class PermitDesk {

    private static final int MOST = 1_000;

    private final CaseStore<PermitApplication> applications;
    private final FormRules rules;
    private final Clock clock;

    PermitDesk(FormRules rules, Clock clock) {
        this.applications = new CaseStore<>(clock, MOST);
        this.rules = rules;
        this.clock = clock;
    }

    PermitApplication open(Optional<TokenisedId> applicant) {
        PermitApplication application = PermitApplication.open(applicant, clock.instant());
        applications.add(application);
        return application;
    }

    Optional<PermitApplication> find(String id) {
        return applications.find(id);
    }

    void forget(String id) {
        applications.remove(id);
    }

    /** To be told before the request is sent: its callback may be faster than the gateway's answer. */
    void begin(String id, BusinessId businessId, Purpose purpose) {
        applications.update(id, application -> application.with(PendingRequest.of(businessId, purpose)));
    }

    void sent(String id, InitiatedRequest answer) {
        changeRequest(id, answer.businessId(), pending -> pending.sent(answer));
    }

    void sent(String id, AnonymousRequest answer) {
        changeRequest(id, answer.businessId(), pending -> pending.sent(answer));
    }

    private void changeRequest(String id, BusinessId businessId, UnaryOperator<PendingRequest> change) {
        applications.update(
                id,
                application -> application.request(businessId.value()).isPresent()
                        ? application.withRequest(change)
                        : application);
    }

    /** Takes the outcome of form filling. */
    void filled(RequestOutcome<FormFillingResult> outcome) {
        if (outcome instanceof RequestOutcome.Completed<FormFillingResult> completed) {
            take(outcome, Purpose.FILL, application -> application.filled(form -> form.filled(completed.result())));
        }
    }

    /** Takes the outcome of a re-authentication: whoever passes it has submitted the application. */
    void confirmed(RequestOutcome<ReauthenticationResult> outcome) {
        if (outcome instanceof RequestOutcome.Completed<ReauthenticationResult> completed
                && completed.result().passed()) {
            take(outcome, Purpose.CONFIRM, application -> submitted(application, true));
        }
    }

    private void take(RequestOutcome<?> outcome, Purpose purpose, UnaryOperator<PermitApplication> change) {
        outcome.request()
                .reference()
                .ifPresent(id -> applications.update(
                        id,
                        application -> application.waitsFor(outcome.request().businessId(), purpose)
                                ? change.apply(application)
                                : application));
    }

    /**
     * Takes what the applicant typed.
     *
     * @return what is wrong with the form now
     */
    Map<Field, String> correct(String id, Map<Field, String> typed) {
        return applications
                .update(
                        id,
                        application -> application.isSubmitted()
                                ? application
                                : application.corrected(application.form().corrected(typed)))
                .map(application -> rules.check(application.form()))
                .orElse(Map.of());
    }

    Map<Field, String> errors(PermitApplication application) {
        return rules.check(application.form());
    }

    /** Submits an application of somebody who has not signed in, if it is complete. */
    void submit(String id) {
        applications.update(
                id,
                application -> application.applicant().isPresent() || application.isSubmitted()
                        ? application
                        : submitted(application, false));
    }

    private PermitApplication submitted(PermitApplication application, boolean confirmed) {
        return rules.check(application.form()).isEmpty()
                ? application.submitted(Receipt.of(application.form(), clock.instant(), confirmed))
                : application;
    }
}
