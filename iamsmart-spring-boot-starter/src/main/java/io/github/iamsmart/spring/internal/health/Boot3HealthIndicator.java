package io.github.iamsmart.spring.internal.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Shows the health of a client to the actuator of Spring Boot 3. */
public final class Boot3HealthIndicator implements HealthIndicator {

    private final ClientHealth health;

    /**
     * Creates it.
     *
     * @param health what to show
     */
    public Boot3HealthIndicator(ClientHealth health) {
        this.health = health;
    }

    @Override
    public Health health() {
        ClientHealth.Report report = health.report();
        return (report.up() ? Health.up() : Health.down())
                .withDetails(report.details())
                .build();
    }
}
