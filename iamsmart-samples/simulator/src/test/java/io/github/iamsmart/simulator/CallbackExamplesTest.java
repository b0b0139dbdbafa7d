package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page about the simulator shows of requests and callbacks. */
class CallbackExamplesTest extends ServiceTest {

    @BeforeEach
    void signIn() {
        service.signIn("basic");
    }

    @Test
    void answers() {
        var form = service.form("emailAddress", "mobileNumber");
        service.accepted(SignedInService.FORM, form);
        String businessId = form.path("businessID").asText();
        // tag::answer[]
        String ticket = simulator.findByBusinessId(businessId).orElseThrow().ticketId();
        simulator.approve(ticket); // by the user who has signed in; or reject, cancel, fail, timeout

        SimulatedCallback callback = simulator.awaitCallback(ticket, Duration.ofSeconds(10));
        assertThat(callback.status()).isEqualTo("delivered"); // the service has answered HTTP 200
        // end::answer[]
    }

    @Test
    void consents() {
        String form = service.ticket(SignedInService.FORM, service.form("emailAddress", "mobileNumber"));
        String faceCheck = service.ticket(SignedInService.STEP_UP, service.common());
        // tag::consent[]
        simulator.approve(form, Approval.byTheUser().givingOnly("emailAddress")); // unticks the rest
        simulator.approve(faceCheck, Approval.byTheUser().failingTheFaceCheck()); // isPassed is "false"
        // end::consent[]
        assertThat(receiver.next().code()).isEqualTo("D00000");
        assertThat(receiver.next().code()).isEqualTo("D00000");
    }

    @Test
    void delays() {
        String ticket = service.ticket(SignedInService.FORM, service.form("emailAddress"));
        // tag::delay[]
        simulator.inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMinutes(10)));
        simulator.approve(ticket);
        simulator.advance(Duration.ofMinutes(10)); // the callback is sent now
        // end::delay[]
        assertThat(receiver.next().code()).isEqualTo("D00000");
    }
}
