package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The self-check in the actuator of an application that runs. */
@SpringBootTest(
        classes = SimulatedApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.simulator.port=0",
            "iamsmart.direct-login.v1=true",
            "management.endpoints.web.exposure.include=iamsmart"
        })
class SelfCheckTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartConnectionDetails connection;

    private HttpResponse<String> get(String path) {
        UsedSecrets.remember(connection.clientSecret());
        return new Browser().get(URI.create("http://localhost:" + port + "/actuator/iamsmart" + path));
    }

    @Test
    void findsTheEndpointsOfTheApplicationWhereTheyAre() throws IOException {
        HttpResponse<String> response = get("");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain(connection.clientSecret());
        JsonNode report = new ObjectMapper().readTree(response.body());
        Map<String, String> checks = new TreeMap<>();
        report.path("clients").path("default").path("checks").forEach(check -> {
            assertThat(check.path("finding").asText()).isNotBlank();
            String subject = check.path("subject").asText().replaceAll(":[0-9]+$", "");
            checks.put(
                    check.path("id").asText() + " " + subject,
                    check.path("status").asText());
        });
        assertThat(checks)
                .containsEntry("callback-endpoint results", "PASS")
                .containsEntry("callback-endpoint login", "PASS")
                .containsEntry("callback-endpoint anonymous", "PASS")
                .containsEntry("callback-endpoint direct-login", "PASS")
                .containsEntry("callback-endpoint direct-login-v1", "PASS")
                .containsEntry("gateway-key ", "PASS")
                .containsEntry("kek-registered ", "PASS")
                .containsEntry("environment ", "WARNING")
                .doesNotContainValue("FAILURE");
        assertThat(report.path("status").asText()).isEqualTo("WARNING");
    }

    @Test
    void checksOneClientByItsName() throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(get("/default").body())
                        .path("clients")
                        .has("default"))
                .isTrue();
        assertThat(get("/nobody").statusCode()).isEqualTo(404);
    }
}
