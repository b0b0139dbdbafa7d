package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Screen;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.spring.internal.properties.AppAssociationProperties;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartSimulatorProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.store.StoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ReflectionUtils;

/** What an editor shows of the properties. */
class ConfigurationMetadataTest {

    private final Map<String, JsonNode> properties = new TreeMap<>();
    private final Map<String, List<String>> hints = new TreeMap<>();
    private final Map<String, List<String>> providers = new TreeMap<>();

    ConfigurationMetadataTest() throws IOException {
        for (URL file : Collections.list(
                getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = file.openStream()) {
                JsonNode metadata = new ObjectMapper().readTree(stream);
                metadata.path("hints")
                        .forEach(hint -> providers
                                .computeIfAbsent(hint.get("name").asText(), name -> new ArrayList<>())
                                .addAll(hint.path("providers").findValuesAsText("target")));
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
                        "iamsmart.store.jdbc.initialize-schema",
                        "iamsmart.store.jdbc.platform",
                        "iamsmart.store.jdbc.table-prefix",
                        "iamsmart.store.jdbc.timeout",
                        "iamsmart.store.redis.key-prefix",
                        "iamsmart.store.type",
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

    /** What a property is unless set, is what its record says. */
    @Test
    void showsTheDefaultOfEveryPropertyThatHasOne() {
        Map<String, String> defaults = new TreeMap<>();
        properties.forEach((name, property) -> {
            if (property.has("defaultValue")) {
                defaults.put(name, written(property.get("defaultValue")));
            }
        });
        Binder written = new Binder(new MapConfigurationPropertySource(defaults));
        Binder nothing = new Binder(new MapConfigurationPropertySource(Map.of()));

        for (Class<?> record : List.of(
                IamSmartProperties.class,
                IamSmartSimulatorProperties.class,
                StoreProperties.class,
                DirectLoginProperties.class,
                AppAssociationProperties.class)) {
            String prefix = record.getAnnotation(ConfigurationProperties.class).value();
            Object unset = nothing.bindOrCreate(prefix, record);
            assertThat(written.bindOrCreate(prefix, record)).isEqualTo(unset);
            assertThat(defaults.keySet()).containsAll(withValue(prefix, unset));
        }
    }

    private static String written(JsonNode value) {
        List<String> values = new ArrayList<>();
        value.forEach(one -> values.add(one.asText()));
        return value.isArray() ? String.join(",", values) : value.asText();
    }

    /** Returns the names of what has a value though nothing is set. */
    private static List<String> withValue(String prefix, Object group) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            Object value = ReflectionUtils.invokeMethod(component.getAccessor(), group);
            if (value != null && value.getClass().isRecord() && !(value instanceof Scope)) {
                names.addAll(withValue(name, value));
            } else if (value != null
                    && !Map.of().equals(value)
                    && !List.of().equals(value)
                    && !Set.of().equals(value)) {
                names.add(name);
            }
        }
        return names;
    }

    @Test
    void completesEveryFileAsAResource() {
        assertThat(properties.keySet().stream().filter(name -> name.endsWith("location")))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(name -> assertThat(providers.get(name))
                        .as(name)
                        .containsExactly("org.springframework.core.io.Resource"));
    }

    @Test
    void completesTheNamesOfFormats() {
        assertThat(properties.keySet().stream()
                        .filter(name -> name.endsWith(".type") && !name.equals("iamsmart.store.type")))
                .hasSize(3)
                .allSatisfy(name -> assertThat(hints.get(name)).as(name).containsExactly("PKCS12", "JKS", "PEM"));
    }

    @Test
    void completesTheScopesThatTheClientKnows() {
        assertThat(hints.get("iamsmart.sign-in.scopes"))
                .containsExactlyInAnyOrderElementsOf(
                        Scope.KNOWN.stream().map(Scope::value).toList());
    }

    /** Each word means another constant. */
    @Test
    void completesEveryConstantOfAnEnum() throws ClassNotFoundException {
        for (String name : List.of(
                "iamsmart.language",
                "iamsmart.callback.embedded-key",
                "iamsmart.store.type",
                "iamsmart.store.jdbc.initialize-schema",
                "iamsmart.store.jdbc.platform")) {
            Class<?> type = Class.forName(properties.get(name).path("type").asText());
            assertThat(hints.get(name).stream()
                            .<Object>map(word -> new Binder(new MapConfigurationPropertySource(Map.of("word", word)))
                                    .bind("word", type)
                                    .get()))
                    .as(name)
                    .containsExactlyInAnyOrder((Object[]) type.getEnumConstants());
        }
    }

    /** A name that is known here is warned of nowhere, and the other way round. */
    @Test
    void isWhatTheApplicationItselfKnows() {
        assertThat(KnownProperties.ofThisJar().all().stream()
                        .map(property -> property.name().toString()))
                .containsExactlyInAnyOrderElementsOf(properties.keySet());
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
