package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.bulksigning.BulkVerifier;
import io.github.iamsmart.bulksigning.VerifiedBulkSigning;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears how requests ended, has the passes signed, and tells the gateway what became of each signature. */
@Component
final class PassOutcomes {

    private final BulkSigningApi signing;
    private final PassDesk desk;
    private final ObjectProvider<SignatureVerifier> verifiers;

    PassOutcomes(IamSmartClient client, PassDesk desk, ObjectProvider<SignatureVerifier> verifiers) {
        this.signing = client.bulkSigning();
        this.desk = desk;
        this.verifiers = verifiers;
    }

    // tag::outcomes[]
    @EventListener
    void onBulkSigning(RequestOutcomeEvent<BulkSigningResult> event) throws Exception {
        RequestOutcome<?> outcome = event.outcome();
        boolean wanted = desk.waitingFor(outcome.request()).isPresent();
        if (outcome instanceof RequestOutcome.Completed && !wanted) {
            // The passes are gone, or another request has taken the place of this one.
            signing.acknowledge(outcome.request().businessId(), SigningAnswer.REJECTED);
            return;
        }
        new VerifiedBulkSigning(signing, new BulkVerifier(verifiers.getObject()), desk::expected, desk::take)
                .handle(outcome);
    }
    // end::outcomes[]
}
