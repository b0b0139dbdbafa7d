package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.verification.VerifiedSigning;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of every signature, takes it, and tells the gateway what became of it. */
@Component
final class SigningOutcomes {

    private final SigningApi signing;
    private final SigningDesk desk;

    SigningOutcomes(IamSmartClient client, SigningDesk desk) {
        this.signing = client.signing();
        this.desk = desk;
    }

    // tag::outcomes[]
    @EventListener
    void onHash(RequestOutcomeEvent<HashSigningResult> event) throws Exception {
        take(event.outcome());
    }

    @EventListener
    void onPdf(RequestOutcomeEvent<PdfSigningResult> event) throws Exception {
        take(event.outcome());
    }

    private void take(RequestOutcome<?> outcome) throws Exception {
        boolean wanted = desk.waitingFor(outcome.request()).isPresent();
        if (outcome instanceof RequestOutcome.Completed && !wanted) {
            // The paper is gone, or another request has taken the place of this one.
            signing.acknowledge(outcome.request().businessId(), SigningAnswer.REJECTED);
            return;
        }
        new VerifiedSigning(
                        signing,
                        desk.verifier(),
                        request -> SigningDesk.expected(desk.waitingFor(request).orElseThrow()),
                        (ended, report) -> desk.take(ended))
                .handle(outcome);
    }
    // end::outcomes[]
}
