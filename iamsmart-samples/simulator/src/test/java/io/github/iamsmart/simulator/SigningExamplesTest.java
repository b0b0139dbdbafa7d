package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page about the simulator shows of signing. */
class SigningExamplesTest extends ServiceTest {

    @Test
    void signsAndAcknowledges(IamSmartSimulator simulator) {
        SignedInService service =
                new SignedInService(simulator, receiver).signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
        var body = SigningRequestBodies.hash(service);
        service.accepted(SigningRequestBodies.HASH, body);
        String businessId = body.path("businessID").asText();
        // tag::sign[]
        SimulatedRequest request = simulator.findByBusinessId(businessId).orElseThrow();
        String shownOnThePhone = request.identificationCode().orElseThrow(); // must be on your page too
        simulator.approve(request.ticketId());
        simulator.awaitCallback(request.ticketId(), Duration.ofSeconds(10));
        // end::sign[]
        assertThat(shownOnThePhone).hasSize(4);
        service.accepted(SigningRequestBodies.ACK, SigningRequestBodies.acknowledgement(businessId, "SR001"));
        // tag::acknowledged[]
        SimulatedRequest signed = simulator.findByBusinessId(businessId).orElseThrow();
        assertThat(signed.acknowledged()).contains("SR001"); // your service has accepted the signature
        // end::acknowledged[]
    }
}
