package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on WebFlux has no endpoints, and does not start unless it says that it needs none. */
class ReactiveTest {

    private static ConfigurableApplicationContext start(String type, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.web-application-type=" + type, "--server.port=0", "--iamsmart.simulator.port=0"));
        arguments.addAll(List.of(properties));
        return SpringApplication.run(Application.class, arguments.toArray(String[]::new));
    }

    @Test
    void doesNotStartUnasked() {
        assertThatThrownBy(() -> start("reactive"))
                .isInstanceOf(IamSmartPropertyException.class)
                .hasMessageContaining(
                        "The endpoints of iAM Smart need Spring MVC, and this application runs on WebFlux");
    }

    @Test
    void hasTheClientAlone() {
        try (ConfigurableApplicationContext application = start("reactive", "--iamsmart.endpoints.enabled=false")) {
            String home = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");

            assertThat(new Browser().get(URI.create(home + "/iamsmart/login")).statusCode())
                    .isEqualTo(404);
            assertThat(application.getBean(IamSmartClient.class).environment().name())
                    .isEqualTo("simulator");
            assertThat(application.getBean(RequestDelivery.class).isRunning()).isTrue();
        }
    }

    @Test
    void nobodyIsStoppedOnSpringMvcOrWithoutTheWeb() {
        start("servlet").close();
        start("none").close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
