package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class CallbackUrlAnnouncementTest {

    private final MockEnvironment environment = new MockEnvironment();
    private final List<URI> told = new ArrayList<>();

    private List<URI> started(@Nullable URI publicUrl) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new CallbackUrlAnnouncement(
                        publicUrl, application -> List.of(URI.create(application + "/back")), List.of(told::add))
                .onApplicationEvent(
                        new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        return told;
    }

    @Test
    void tellsWhereTheWebServerIs() {
        environment.setProperty("local.server.port", "8081");
        environment.setProperty("server.servlet.context-path", "/stalls");

        assertThat(started(null)).containsExactly(URI.create("http://localhost:8081/stalls/back"));
    }

    @Test
    void thePublicUrlGoesBeforeThePort() {
        environment.setProperty("local.server.port", "8081");

        assertThat(started(URI.create("https://permits.example.org")))
                .containsExactly(URI.create("https://permits.example.org/back"));
    }

    @Test
    void knowsWhetherTheWebServerHasTls() {
        environment.setProperty("local.server.port", "8443");
        environment.setProperty("server.ssl.bundle", "web");

        assertThat(started(null)).containsExactly(URI.create("https://localhost:8443/back"));

        told.clear();
        environment.setProperty("server.ssl.enabled", "false");
        assertThat(started(null)).containsExactly(URI.create("http://localhost:8443/back"));
    }

    @Test
    void tellsNothingInAnotherServersContainer() {
        assertThat(started(null)).isEmpty();
    }
}
