package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Runs with a class path that has neither web nor actuator nor simulator. */
class BareContextTest {

    @Test
    void hasAClientWithoutWebActuatorAndSimulator() {
        assertThat(isPresent("org.springframework.web.servlet.DispatcherServlet"))
                .isFalse();
        assertThat(isPresent("org.springframework.boot.actuate.endpoint.SanitizingFunction"))
                .isFalse();
        assertThat(isPresent("io.github.iamsmart.simulator.IamSmartSimulator")).isFalse();

        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .properties(
                        "iamsmart.base-url=http://127.0.0.1:9",
                        "iamsmart.client-id=bare-client",
                        "iamsmart.client-secret=bare-client-secret-51c2",
                        "iamsmart.kek.location=" + TestKek.location())
                .run()) {
            UsedSecrets.remember("bare-client-secret-51c2");
            assertThat(context.getBean(IamSmartClient.class).clientId()).isEqualTo("bare-client");
            assertThat(context.getBean(RequestDelivery.class).isRunning()).isTrue();
        }
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, null);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
