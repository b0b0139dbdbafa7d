package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on WebFlux has no endpoints, and reads that in its log. */
class ReactiveTest {

    private static final String WARNING =
            "The endpoints of iAM Smart need Spring MVC, and this application runs on WebFlux";

    private static ConfigurableApplicationContext start(String type) {
        return SpringApplication.run(
                Application.class,
                "--spring.main.web-application-type=" + type,
                "--server.port=0",
                "--iamsmart.simulator.port=0");
    }

    private static long warnings() throws IOException {
        Path log = Path.of(System.getProperty("log.file"));
        if (!Files.exists(log)) {
            return 0; // nothing has started yet
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("WARN") && line.contains(WARNING))
                    .count();
        }
    }

    @Test
    void warnsOnceAndHasAClient() throws Exception {
        long before = warnings();
        try (ConfigurableApplicationContext application = start("reactive")) {
            String home = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");

            assertThat(new Browser().get(URI.create(home + "/iamsmart/login")).statusCode())
                    .isEqualTo(404);
            assertThat(application.getBean(IamSmartClient.class).environment().name())
                    .isEqualTo("simulator");
            assertThat(application.getBean(RequestDelivery.class).isRunning()).isTrue();
        }
        assertThat(warnings()).isEqualTo(before + 1);
    }

    @Test
    void saysNothingOnSpringMvcOrWithoutTheWeb() throws IOException {
        long before = warnings();

        start("servlet").close();
        start("none").close();

        assertThat(warnings()).isEqualTo(before);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
