package io.github.iamsmart.samples.onlineservice.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.HandClock;
import io.github.iamsmart.samples.onlineservice.permit.PendingRequest.Purpose;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermitDeskTest {

    private static final BusinessId FILL = new BusinessId("fill-1");
    private static final BusinessId CONFIRM = new BusinessId("confirm-1");
    private static final Map<Field, String> STALL = Map.of(Field.STALL, "12", Field.GOODS, "Kites");

    private final HandClock clock = new HandClock();
    private final PermitDesk desk = new PermitDesk(new FormRules(clock), clock);
    private final String id = desk.open(Optional.of(TokenisedId.of("somebody"))).id();

    @Test
    void fillsTheFormBeforeTheGatewayHasAnswered() {
        desk.begin(id, FILL, Purpose.FILL);

        desk.filled(filled(FILL));

        assertThat(form().get(Field.ENGLISH_NAME).text()).isEqualTo("CHAN, Tai Man");
    }

    @Test
    void anOutcomeThatComesAgainUndoesNoCorrection() {
        desk.begin(id, FILL, Purpose.FILL);
        desk.filled(filled(FILL));
        desk.correct(id, Map.of(Field.EMAIL, "new@example.com"));

        desk.filled(filled(FILL));

        assertThat(form().get(Field.EMAIL).text()).isEqualTo("new@example.com");
    }

    @Test
    void anOutcomeOfARequestThatWasReplacedIsIgnored() {
        desk.begin(id, FILL, Purpose.FILL);
        desk.begin(id, new BusinessId("fill-2"), Purpose.FILL);

        desk.filled(filled(FILL));

        assertThat(form().get(Field.ENGLISH_NAME).isBlank()).isTrue();
    }

    @Test
    void aRefusalChangesNothing() {
        desk.begin(id, FILL, Purpose.FILL);

        desk.filled(new RequestOutcome.Declined<>(request(FILL), ErrorCode.FORM_FILLING_REJECTED));

        assertThat(form().get(Field.ENGLISH_NAME).isBlank()).isTrue();
    }

    @Test
    void whoeverPassesTheConfirmationHasSubmittedAndTheFormStaysForTheSignature() {
        readyToConfirm();

        desk.confirmed(confirmed(true));

        PermitApplication submitted = desk.find(id).orElseThrow();
        assertThat(submitted.receipt().orElseThrow().stall()).isEqualTo("12");
        assertThat(submitted.receipt().orElseThrow().confirmed()).isTrue();
        assertThat(submitted.form().get(Field.ENGLISH_NAME).isBlank()).isFalse();
        desk.confirmed(confirmed(true));
        assertThat(desk.find(id).orElseThrow().receipt()).isEqualTo(submitted.receipt());
    }

    @Test
    void whoeverDoesNotPassHasNotSubmitted() {
        readyToConfirm();

        desk.confirmed(confirmed(false));

        assertThat(desk.find(id).orElseThrow().isSubmitted()).isFalse();
    }

    @Test
    void aConfirmationDoesNotHoldForAFormThatWasChangedMeanwhile() {
        readyToConfirm();
        desk.correct(id, Map.of(Field.STALL, "4"));

        desk.confirmed(confirmed(true));

        assertThat(desk.find(id).orElseThrow().isSubmitted()).isFalse();
    }

    @Test
    void anIncompleteFormIsNotSubmitted() {
        desk.begin(id, CONFIRM, Purpose.CONFIRM);

        desk.confirmed(confirmed(true));

        assertThat(desk.find(id).orElseThrow().isSubmitted()).isFalse();
    }

    @Test
    void onlySomebodyWhoHasNotSignedInSubmitsWithoutAConfirmation() {
        readyToConfirm();
        desk.submit(id);
        assertThat(desk.find(id).orElseThrow().isSubmitted()).isFalse();

        String anonymous = desk.open(Optional.empty()).id();
        desk.submit(anonymous);
        assertThat(desk.find(anonymous).orElseThrow().isSubmitted())
                .as("incomplete")
                .isFalse();
        desk.begin(anonymous, FILL, Purpose.FILL);
        desk.filled(new RequestOutcome.Completed<>(
                new RequestInfo(FILL, "anonymous-form-filling", Optional.of(anonymous), clock.instant()),
                Results.of(Results.COMPLETE)));
        desk.correct(anonymous, STALL);
        desk.submit(anonymous);
        assertThat(desk.find(anonymous).orElseThrow().isSubmitted()).isTrue();
    }

    private void readyToConfirm() {
        desk.begin(id, FILL, Purpose.FILL);
        desk.filled(filled(FILL));
        assertThat(desk.correct(id, STALL)).isEmpty();
        desk.begin(id, CONFIRM, Purpose.CONFIRM);
    }

    private PermitForm form() {
        return desk.find(id).orElseThrow().form();
    }

    private RequestOutcome<FormFillingResult> filled(BusinessId businessId) {
        return new RequestOutcome.Completed<>(request(businessId), Results.of(Results.COMPLETE));
    }

    private RequestOutcome<ReauthenticationResult> confirmed(boolean passed) {
        return new RequestOutcome.Completed<>(request(CONFIRM), new ReauthenticationResult(passed));
    }

    private RequestInfo request(BusinessId businessId) {
        return new RequestInfo(businessId, "any", Optional.of(id), clock.instant());
    }
}
