package io.github.iamsmart.samples.onlineservice.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.HandClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermitApplicationsTest {

    private final HandClock clock = new HandClock();
    private final PermitApplications applications = new PermitApplications(clock);

    @Test
    void forgetsAfterAnHour() {
        PermitApplication application = add();
        clock.advance(PermitApplications.MEMORY);
        assertThat(applications.find(application.id())).isPresent();

        clock.advance(Duration.ofMillis(1));

        assertThat(applications.find(application.id())).isEmpty();
        assertThat(applications.update(application.id(), same -> same)).isEmpty();
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        PermitApplication first = add();
        PermitApplication second = add();
        for (int i = 2; i < PermitApplications.MOST + 1; i++) {
            add();
        }

        assertThat(applications.find(first.id())).isEmpty();
        assertThat(applications.find(second.id())).isPresent();
    }

    private PermitApplication add() {
        PermitApplication application = PermitApplication.open(Optional.empty(), clock.instant());
        applications.add(application);
        return application;
    }
}
