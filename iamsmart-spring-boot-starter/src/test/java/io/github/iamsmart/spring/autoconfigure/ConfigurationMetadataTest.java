package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Screen;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.requests.RequestKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an editor shows of the properties. */
class ConfigurationMetadataTest {

    private final Map<String, JsonNode> properties = new TreeMap<>();
    private final Map<String, List<String>> hints = new TreeMap<>();

    ConfigurationMetadataTest() throws IOException {
        for (URL file : Collections.list(
                getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = file.openStream()) {
                JsonNode metadata = new ObjectMapper().readTree(stream);
                metadata.path("hints")
                        .forEach(hint -> hints.computeIfAbsent(hint.get("name").asText(), name -> new ArrayList<>())
                                .addAll(hint.path("values").findValuesAsText("value")));
                metadata.get("properties").forEach(property -> {
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
                        "iamsmart.browser-base-url",
                        "iamsmart.business-id-in-get-result",
                        "iamsmart.call-timeout",
                        "iamsmart.callback.embedded-key",
                        "iamsmart.callback.max-concurrent-reads",
                        "iamsmart.callback.max-size",
                        "iamsmart.callback.read-timeout",
                        "iamsmart.client-id",
                        "iamsmart.client-secret",
                        "iamsmart.connect-timeout",
                        "iamsmart.direct-login.app-requests-per-minute",
                        "iamsmart.direct-login.hosts",
                        "iamsmart.direct-login.v1",
                        "iamsmart.direct-login.v2",
                        "iamsmart.enabled",
                        "iamsmart.environment",
                        "iamsmart.keep-alive",
                        "iamsmart.kek.alias",
                        "iamsmart.kek.certificate-location",
                        "iamsmart.kek.key-password",
                        "iamsmart.kek.location",
                        "iamsmart.kek.password",
                        "iamsmart.kek.type",
                        "iamsmart.language",
                        "iamsmart.own-app-path-prefix",
                        "iamsmart.pages.style",
                        "iamsmart.pages.waiting-view",
                        "iamsmart.path-prefix",
                        "iamsmart.paths",
                        "iamsmart.previous-kek.alias",
                        "iamsmart.previous-kek.certificate-location",
                        "iamsmart.previous-kek.key-password",
                        "iamsmart.previous-kek.location",
                        "iamsmart.previous-kek.password",
                        "iamsmart.previous-kek.type",
                        "iamsmart.proxy.host",
                        "iamsmart.proxy.password",
                        "iamsmart.proxy.port",
                        "iamsmart.proxy.username",
                        "iamsmart.public-url",
                        "iamsmart.read-timeout",
                        "iamsmart.requests.anonymous-per-minute",
                        "iamsmart.requests.anonymous-share",
                        "iamsmart.requests.capacity",
                        "iamsmart.requests.dead-retention",
                        "iamsmart.requests.encode-redirect-uri",
                        "iamsmart.requests.first-pause",
                        "iamsmart.requests.longest-pause",
                        "iamsmart.requests.max-attempts",
                        "iamsmart.requests.max-streams",
                        "iamsmart.requests.part-capacity",
                        "iamsmart.requests.retention",
                        "iamsmart.requests.sweep-interval",
                        "iamsmart.sign-in.direct-login-flag",
                        "iamsmart.sign-in.failed-attempts-per-minute",
                        "iamsmart.sign-in.failure-url",
                        "iamsmart.sign-in.scopes",
                        "iamsmart.sign-in.state-lifetime",
                        "iamsmart.sign-in.success-url",
                        "iamsmart.signing.intermediates",
                        "iamsmart.signing.revocation",
                        "iamsmart.signing.step-up-fields.method",
                        "iamsmart.signing.step-up-fields.waiting-period",
                        "iamsmart.signing.trust-anchors",
                        "iamsmart.simulator.enabled",
                        "iamsmart.simulator.host",
                        "iamsmart.simulator.port",
                        "iamsmart.simulator.tls-port",
                        "iamsmart.timestamp-tolerance",
                        "iamsmart.trust-store.location",
                        "iamsmart.trust-store.password",
                        "iamsmart.trust-store.type");
    }

    @Test
    void completesTheNamesOfAllCallsOfTheGateway() {
        assertThat(hints.get("iamsmart.paths.keys"))
                .containsExactlyInAnyOrderElementsOf(
                        IamSmartClient.apis().stream().map(Api::name).toList());
    }

    @Test
    void completesTheNamesOfScreensThatTheClientKnows() {
        List<String> screens = hints.get("iamsmart.app-links.keys");
        assertThat(screens).contains("anonymous", "sign-in", "form-filling", "pdf-signing", "re-authentication");
        for (String screen : screens) {
            Runners.plain()
                    .withPropertyValues(Runners.client())
                    .withPropertyValues("iamsmart.app-links." + screen + "=context")
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    @Test
    void completesTheScreensOfAllKinds() {
        Runners.plain().withPropertyValues(Runners.client()).run(context -> {
            Stream<Screen> ofKinds = context.getBean(IamSmartClient.class).requests().kinds().stream()
                    .map(RequestKind::screen);
            assertThat(hints.get("iamsmart.app-links.keys"))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(Screen.OF_THE_CLIENT.stream(), ofKinds)
                            .map(Screen::name)
                            .distinct()
                            .toList());
        });
    }

    @Test
    void showsTheDefaults() {
        assertThat(properties.get("iamsmart.path-prefix").path("defaultValue").asText())
                .isEqualTo("/iamsmart");
        assertThat(properties
                        .get("iamsmart.simulator.port")
                        .path("defaultValue")
                        .asInt())
                .isEqualTo(8090);
    }
}
