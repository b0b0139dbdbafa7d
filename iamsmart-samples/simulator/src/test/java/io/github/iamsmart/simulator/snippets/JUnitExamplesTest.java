package io.github.iamsmart.simulator.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class JUnitExamplesTest {

    @Nested
    // tag::extension[]
    @ExtendWith(IamSmartSimulatorExtension.class) // one simulator for all methods of this class
    class PermitSignInTest {

        @BeforeEach
        void forgetTheTestBefore(IamSmartSimulator simulator) {
            simulator.reset();
        }

        @Test
        void signsIn(IamSmartSimulator simulator) {
            // your service, with simulator.baseUrl() as its gateway
            assertThat(simulator.requests()).isEmpty();
        }
    }
    // end::extension[]

    @Nested
    class TimeTest {
        // tag::time[]
        private final Clock noon = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);

        @RegisterExtension // an instance field: a fresh simulator for each method
        final IamSmartSimulatorExtension fresh = IamSmartSimulatorExtension.with(builder -> builder.clock(noon));

        @Test
        void theCodeIsTooOld(IamSmartSimulator simulator) {
            simulator.advance(Duration.ofSeconds(61));
            assertThat(simulator.clock().instant()).isEqualTo("2026-11-23T04:01:01Z");
        }
        // end::time[]
    }
}
