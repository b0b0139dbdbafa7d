package io.github.iamsmart.spring.internal.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows the health of a client to the actuator of Spring Boot 4. */
public final class Boot4HealthIndicator implements HealthIndicator {

    private final ClientHealth health;

    /**
     * Creates it.
     *
     * @param health what to show
     */
    public Boot4HealthIndicator(ClientHealth health) {
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
