package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.TransportException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the actuator's own registries see of a client, on each line: they are made by other modules on each. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.base-url=http://127.0.0.1:9",
            "iamsmart.client-id=matrix-client",
            "iamsmart.public-url=https://permits.example.gov.hk",
            "management.info.iamsmart.enabled=true",
            "management.endpoint.health.show-details=always",
            "management.endpoints.web.exposure.include=*"
        })
class ObservationTest {

    private static final String SECRET = "matrix-client-secret-0b7e";

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartClient client;

    private final Browser browser = new Browser();

    @DynamicPropertySource
    static void secrets(DynamicPropertyRegistry registry) {
        registry.add("iamsmart.kek.location", TestKek::location);
        registry.add("iamsmart.client-secret", () -> SECRET);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String actuator(String endpoint) {
        UsedSecrets.remember(SECRET);
        return browser.get(address("/actuator/" + endpoint)).body();
    }

    @Test
    void callsAndFetchesOfTheKeyAreTimed() {
        assertThatThrownBy(() -> client.call("/api/v1/own", Map.of(), String.class))
                .isInstanceOf(TransportException.class);

        assertThat(actuator("metrics/iamsmart.call?tag=client:default&tag=api:get-key&tag=outcome:transport"))
                .contains("COUNT", "TOTAL_TIME");
        assertThat(actuator("metrics/iamsmart.key.refresh?tag=client:default&tag=outcome:transport"))
                .contains("COUNT");
    }

    @Test
    void callbacksAreTimed() throws Exception {
        HttpRequest garbage = HttpRequest.newBuilder(address("/iamsmart/callback/default/results"))
                .POST(BodyPublishers.ofString("garbage"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(garbage, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        assertThat(actuator("metrics/iamsmart.callback?tag=outcome:refused")).contains("COUNT");
    }

    @Test
    void gaugesOfTheClientAreThere() {
        assertThat(actuator("metrics/iamsmart.requests?tag=client:default&tag=status:pending"))
                .contains("\"value\":0.0");
        assertThat(actuator("metrics/iamsmart.waiting.streams")).contains("\"value\":0.0");
        assertThat(actuator("metrics"))
                .contains(
                        "iamsmart.cek.age",
                        "iamsmart.cek.expiry",
                        "iamsmart.clock.skew",
                        "iamsmart.kek.certificate.expiry");
    }

    @Test
    void infoTellsTheGateway() {
        assertThat(actuator("info")).contains("\"iamsmart\"", "\"default\"").doesNotContain(SECRET);
        assertThat(actuator("health")).contains("\"iamsmart\"", "kekCertificates");
    }
}
