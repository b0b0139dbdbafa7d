package io.github.iamsmart.spring.test.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class NoRealClientTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    private void hide(Map<String, Object> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource("application", properties));
        ConfigurationPropertySources.attach(environment);
        NoRealClient.hide(environment);
    }

    @Test
    void placeholdersOfSecretsAreNotResolved() {
        hide(Map.of(
                "iamsmart.client-secret", "${NO_SUCH_SECRET}",
                "iamsmart.kek.password", "${NO_SUCH_PASSWORD}"));

        assertThat(environment.getProperty("iamsmart.client-secret")).isEmpty();
        assertThat(environment.getProperty("iamsmart.kek.password")).isEmpty();
        assertThat(environment.getProperty("iamsmart.environment")).isEqualTo("simulator");
    }

    @Test
    void whatIsOfNoRealClientStays() {
        hide(Map.of(
                "iamsmart.path-prefix", "/identity",
                "iamsmart.requests.sweep-interval", "1s"));

        assertThat(environment.getProperty("iamsmart.path-prefix")).isEqualTo("/identity");
        assertThat(environment.getProperty("iamsmart.requests.sweep-interval")).isEqualTo("1s");
    }

    @Test
    void furtherClientsAreOfTheSimulatorToo() {
        hide(Map.of(
                "iamsmart.clients.insurance.client-secret", "${NO_SUCH_SECRET}",
                "iamsmart.clients.insurance.environment", "ite",
                "iamsmart.clients.insurance.sign-in.scopes", "eidapi_auth"));

        assertThat(environment.getProperty("iamsmart.clients.insurance.client-secret"))
                .isEmpty();
        assertThat(environment.getProperty("iamsmart.clients.insurance.environment"))
                .isEqualTo("simulator");
        assertThat(environment.getProperty("iamsmart.clients.insurance.sign-in.scopes"))
                .isEqualTo("eidapi_auth");
    }
}
