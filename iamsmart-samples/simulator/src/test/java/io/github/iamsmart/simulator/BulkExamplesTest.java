package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page about the simulator shows of bulk signing. */
class BulkExamplesTest extends ServiceTest {

    @Test
    void signsAllButOne(IamSmartSimulator simulator) {
        SignedInService service =
                new SignedInService(simulator, receiver).signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
        var body = BulkRequestBodies.hashes(service, 30).put("maxCallbackSigs", 10);
        service.accepted(BulkRequestBodies.INITIATE, body);
        String businessId = body.path("businessID").asText();
        // tag::bulk[]
        simulator.inject(Fault.of(FaultKind.CALLBACK_REORDER)); // the second callback comes first
        simulator.inject(Fault.of(FaultKind.BULK_DOCUMENT_UNSIGNED)); // and one signature never

        String ticket = simulator.findByBusinessId(businessId).orElseThrow().ticketId();
        simulator.begin(ticket); // the user looks at it: too late to cancel
        simulator.approve(ticket);
        simulator.awaitCallback(ticket, Duration.ofSeconds(30)); // all of them

        SimulatedBulkSigning bulk = simulator
                .findByBusinessId(businessId)
                .flatMap(SimulatedRequest::bulkSigning)
                .orElseThrow();
        assertThat(bulk.status()).isEqualTo("completed");
        assertThat(bulk.signed()).isEqualTo(29);
        // end::bulk[]
        for (int i = 0; i < 4; i++) {
            assertThat(receiver.next().code()).isEqualTo("D00000");
        }
    }
}
