package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an editor shows of the properties. */
class ConfigurationMetadataTest {

    private final Map<String, JsonNode> properties = new TreeMap<>();

    ConfigurationMetadataTest() throws IOException {
        for (URL file : Collections.list(
                getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = file.openStream()) {
                new ObjectMapper().readTree(stream).get("properties").forEach(property -> {
                    String name = property.get("name").asText();
                    if (name.startsWith("iamsmart.")) {
                        properties.put(name, property);
                    }
                });
            }
        }
    }

    @Test
    void describesEveryProperty() {
        assertThat(properties).isNotEmpty().allSatisfy((name, property) -> {
            assertThat(property.path("description").asText())
                    .as(name)
                    .endsWith(".")
                    .hasSizeGreaterThan(10);
            assertThat(property.path("type").asText()).as(name).isNotBlank().doesNotContain("@");
        });
    }

    @Test
    void knowsEveryProperty() {
        assertThat(properties)
                .containsOnlyKeys(
                        "iamsmart.app-association.android",
                        "iamsmart.app-association.ios",
                        "iamsmart.app-links",
                        "iamsmart.base-url",
                        "iamsmart.call-timeout",
                        "iamsmart.callback.embedded-key",
                        "iamsmart.callback.max-size",
                        "iamsmart.client-id",
                        "iamsmart.client-secret",
                        "iamsmart.connect-timeout",
                        "iamsmart.direct-login.app-requests-per-minute",
                        "iamsmart.direct-login.hosts",
                        "iamsmart.direct-login.v1",
                        "iamsmart.direct-login.v2",
                        "iamsmart.enabled",
                        "iamsmart.environment",
                        "iamsmart.kek.alias",
                        "iamsmart.kek.certificate-location",
                        "iamsmart.kek.location",
                        "iamsmart.kek.password",
                        "iamsmart.kek.type",
                        "iamsmart.language",
                        "iamsmart.paths",
                        "iamsmart.previous-kek.alias",
                        "iamsmart.previous-kek.certificate-location",
                        "iamsmart.previous-kek.location",
                        "iamsmart.previous-kek.password",
                        "iamsmart.previous-kek.type",
                        "iamsmart.proxy.host",
                        "iamsmart.proxy.port",
                        "iamsmart.public-url",
                        "iamsmart.read-timeout",
                        "iamsmart.requests.bulk-capacity",
                        "iamsmart.requests.capacity",
                        "iamsmart.requests.dead-retention",
                        "iamsmart.requests.first-pause",
                        "iamsmart.requests.longest-pause",
                        "iamsmart.requests.max-attempts",
                        "iamsmart.requests.max-streams",
                        "iamsmart.requests.retention",
                        "iamsmart.requests.sweep-interval",
                        "iamsmart.sign-in.failure-url",
                        "iamsmart.sign-in.path-prefix",
                        "iamsmart.sign-in.scopes",
                        "iamsmart.sign-in.state-lifetime",
                        "iamsmart.sign-in.success-url",
                        "iamsmart.signing.step-up-fields.method",
                        "iamsmart.signing.step-up-fields.waiting-period",
                        "iamsmart.simulator.enabled",
                        "iamsmart.simulator.host",
                        "iamsmart.simulator.port",
                        "iamsmart.simulator.tls-port",
                        "iamsmart.trust-store.location",
                        "iamsmart.trust-store.password",
                        "iamsmart.trust-store.type");
    }

    @Test
    void showsTheDefaults() {
        assertThat(properties
                        .get("iamsmart.sign-in.path-prefix")
                        .path("defaultValue")
                        .asText())
                .isEqualTo("/iamsmart");
        assertThat(properties
                        .get("iamsmart.simulator.port")
                        .path("defaultValue")
                        .asInt())
                .isEqualTo(8090);
    }
}
