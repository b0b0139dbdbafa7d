package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.context.ConfigurableWebApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class SessionTrackingCheckTest {

    private static final String WARNING = "server.servlet.session.tracking-modes=cookie";

    private final WebApplicationContextRunner runner = Runners.web()
            .withPropertyValues(Runners.client())
            .withPropertyValues("iamsmart.public-url=https://permits.example.gov.hk");

    private void start(Set<SessionTrackingMode> modes) {
        runner.run(context -> {
            ConfigurableWebApplicationContext application = context.getSourceApplicationContext();
            ServletContext servletContext = Objects.requireNonNull(application.getServletContext());
            servletContext.setSessionTrackingModes(modes);
            context.publishEvent(
                    new ApplicationReadyEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
            try (GenericApplicationContext child = new GenericApplicationContext(application)) {
                child.refresh();
                child.publishEvent(
                        new ApplicationReadyEvent(new SpringApplication(), new String[0], child, Duration.ZERO));
            }
        });
    }

    @Test
    void warnsOnceWhereAUrlMayNameASession(CapturedOutput output) {
        start(Set.of(SessionTrackingMode.COOKIE, SessionTrackingMode.URL));

        assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
    }

    @Test
    void saysNothingWhereCookiesAloneDo(CapturedOutput output) {
        start(Set.of(SessionTrackingMode.COOKIE));

        assertThat(output.getOut()).doesNotContain(WARNING);
    }
}
