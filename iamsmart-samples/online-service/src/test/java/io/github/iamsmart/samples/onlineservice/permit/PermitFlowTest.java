package io.github.iamsmart.samples.onlineservice.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.formfilling.FormFillingApi;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.HandClock;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.samples.onlineservice.cases.Visitor;
import io.github.iamsmart.samples.onlineservice.paper.PaperFiles;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What becomes of outcomes that come again, late, or for a request that another one has replaced. */
class PermitFlowTest {

    private static final Map<Field, String> STALL = Map.of(Field.STALL, "12", Field.GOODS, "Kites");

    private final HandClock clock = new HandClock();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/services/permit");
    private PaperFiles files;
    private Permits permits;
    private FormFilling filling;
    private Confirmation confirmation;

    @BeforeEach
    void open() throws IOException {
        files = new PaperFiles();
        Cases cases = new Cases(files, clock);
        FormRules rules = new FormRules(clock);
        IamSmartRequests requests = mock();
        permits = new Permits(cases, new Visitor(cases), rules, clock);
        filling = new FormFilling(requests, permits, new StaticMessageSource());
        confirmation = new Confirmation(requests, permits, rules);
        permits.findOrOpen(request);
    }

    @AfterEach
    void close() throws IOException {
        files.destroy();
    }

    @Test
    void anOutcomeThatComesAgainUndoesNoCorrection() {
        RequestInfo sent = next();
        filled(sent);
        correct(Map.of(Field.EMAIL, "new@example.com"));

        filled(sent);

        assertThat(permit().form().get(Field.EMAIL).text()).isEqualTo("new@example.com");
    }

    @Test
    void anOutcomeOfARequestThatWasReplacedIsIgnored() {
        RequestInfo replaced = next();
        next();

        filled(replaced);

        assertThat(permit().form().get(Field.ENGLISH_NAME).isBlank()).isTrue();
    }

    @Test
    void aRefusalChangesNothing() {
        filling.filled(new RequestOutcomeEvent<>(
                FormFillingApi.KIND, new RequestOutcome.Declined<>(next(), ErrorCode.FORM_FILLING_REJECTED)));

        assertThat(permit().form().get(Field.ENGLISH_NAME).isBlank()).isTrue();
    }

    @Test
    void whoeverPassesTheConfirmationHasSubmittedAndTheFormStaysForTheSignature() {
        RequestInfo sent = readyToConfirm();
        confirmed(sent, true);

        Receipt receipt = permit().receipt().orElseThrow();
        assertThat(receipt.stall()).isEqualTo("12");
        assertThat(receipt.confirmed()).isTrue();
        assertThat(permit().form().get(Field.ENGLISH_NAME).isBlank()).isFalse();
        confirmed(sent, true);
        assertThat(permit().receipt()).contains(receipt);
    }

    @Test
    void whoeverDoesNotPassHasNotSubmittedAndIsTold() {
        confirmed(readyToConfirm(), false);

        assertThat(permit().isSubmitted()).isFalse();
        assertThat(permit().refused()).isTrue();
    }

    @Test
    void aConfirmationDoesNotHoldForAFormThatWasChangedMeanwhile() {
        RequestInfo sent = readyToConfirm();
        correct(Map.of(Field.STALL, "4"));

        confirmed(sent, true);

        assertThat(permit().isSubmitted()).isFalse();
    }

    @Test
    void anIncompleteFormIsNotSubmitted() {
        confirmed(next(), true);
        assertThat(permit().isSubmitted()).isFalse();

        permits.submit(permit(), false);
        assertThat(permit().isSubmitted()).isFalse();
    }

    private RequestInfo readyToConfirm() {
        filled(next());
        correct(STALL);
        return next();
    }

    private RequestInfo next() {
        Permit permit = permits.update(permit(), Permit::nextRequest);
        return new RequestInfo(new BusinessId("any"), "any", Optional.of(permit.reference()), clock.instant());
    }

    private void filled(RequestInfo sent) {
        RequestOutcome<FormFillingResult> outcome = new RequestOutcome.Completed<>(sent, Results.of(Results.COMPLETE));
        filling.filled(new RequestOutcomeEvent<>(FormFillingApi.KIND, outcome));
    }

    private void confirmed(RequestInfo sent, boolean passed) {
        RequestOutcome<ReauthenticationResult> outcome =
                new RequestOutcome.Completed<>(sent, new ReauthenticationResult(passed));
        confirmation.confirmed(new RequestOutcomeEvent<>(ReauthenticationApi.KIND, outcome));
    }

    private void correct(Map<Field, String> typed) {
        permits.update(permit(), one -> one.with(one.form().corrected(typed)));
    }

    private Permit permit() {
        return permits.find(request).orElseThrow();
    }
}
