package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The actuator of an application that lets it show every value. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.base-url=http://127.0.0.1:9",
            "iamsmart.client-id=matrix-client",
            "iamsmart.public-url=https://permits.example.gov.hk",
            "iamsmart.proxy.host=127.0.0.1",
            "iamsmart.proxy.username=matrix",
            "copied.elsewhere=before ${iamsmart.client-secret} after",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=ALWAYS",
            "management.endpoint.configprops.show-values=ALWAYS"
        })
class ActuatorTest {

    @Value("${local.server.port}")
    int port;

    /** Not among the properties above, which the test framework itself logs. */
    @DynamicPropertySource
    static void secrets(DynamicPropertyRegistry registry) {
        registry.add("iamsmart.kek.location", TestKek::location);
        registry.add("iamsmart.client-secret", () -> "matrix-client-secret-0b7d");
        registry.add("iamsmart.proxy.password", () -> "matrix-proxy-password-77");
    }

    private final Browser browser = new Browser();

    private String actuator(String endpoint) {
        UsedSecrets.remember("matrix-client-secret-0b7d");
        UsedSecrets.remember("matrix-proxy-password-77");
        HttpResponse<String> response = browser.get(URI.create("http://localhost:" + port + "/actuator/" + endpoint));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void showsTheSettingsWithoutTheSecrets() {
        for (String endpoint : new String[] {"configprops", "env", "env/iamsmart.client-id", "env/copied.elsewhere"}) {
            assertThat(actuator(endpoint))
                    .as(endpoint)
                    .doesNotContain("matrix-client-secret-0b7d", "matrix-proxy-password-77", TestKek.location());
        }
        assertThat(actuator("configprops")).contains("matrix-client", "iamsmart");
        assertThat(actuator("env")).contains("matrix-client", "******");
    }

    @Test
    void listsTheEndpointsAndBeansWithoutTheSecrets() {
        for (String endpoint : new String[] {"beans", "mappings", "conditions"}) {
            assertThat(actuator(endpoint))
                    .as(endpoint)
                    .contains("amsmart")
                    .doesNotContain("matrix-client-secret-0b7d", "matrix-proxy-password-77", TestKek.location());
        }
        assertThat(actuator("mappings")).contains("/iamsmart/callback/login");
    }
}
