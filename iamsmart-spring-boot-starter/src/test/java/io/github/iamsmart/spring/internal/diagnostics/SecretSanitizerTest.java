package io.github.iamsmart.spring.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.autoconfigure.Runners;
import io.github.iamsmart.spring.internal.client.ConnectionSettings;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecretSanitizerTest {

    private static final String PASSWORD = "sanitizer-password-12";

    private static final String PROXY_PASSWORD = "proxy-password-34";

    private final IamSmartProperties properties = new Binder(new MapConfigurationPropertySource(Map.of(
                    "iamsmart.client-id",
                    "starter-client",
                    "iamsmart.client-secret",
                    Runners.SECRET,
                    "iamsmart.kek.location",
                    TestKeys.inline(),
                    "iamsmart.kek.password",
                    PASSWORD,
                    "iamsmart.proxy.password",
                    PROXY_PASSWORD,
                    "iamsmart.previous-kek.password",
                    "short")))
            .bind("iamsmart", IamSmartProperties.class)
            .get();

    private Object sanitized(String key, Object value) {
        Object result = new SecretSanitizer(() -> List.of(properties))
                .apply(new SanitizableData(null, key, value))
                .getValue();
        return result == null ? "" : result;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iamsmart.client-secret",
                "iamsmart.clientSecret",
                "IAMSMART_CLIENT_SECRET",
                "IAMSMART_CLIENTSECRET",
                "iamsmart.kek.password",
                "iamsmart.proxy.password",
                "IAMSMART_PREVIOUSKEK_PASSWORD",
                "iamsmart.clients.second.client-secret"
            })
    void hidesByName(String key) {
        assertThat(sanitized(key, "whatever")).isEqualTo(SanitizableData.SANITIZED_VALUE);
    }

    @Test
    void hidesByValueWhereverItStands() {
        assertThat(sanitized("sun.java.command", "app.jar --x=" + Runners.SECRET))
                .isEqualTo("******");
        assertThat(sanitized("my.password.of.another.name", PASSWORD)).isEqualTo("******");
        assertThat(sanitized("http.proxyPassword", PROXY_PASSWORD)).isEqualTo("******");
        assertThat(sanitized("iamsmart.kek.location", TestKeys.inline())).isEqualTo("******");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iamsmart.kek.certificate-location",
                "iamsmart.previous-kek.location",
                "iamsmart.previous-kek.certificate-location",
                "iamsmart.trust-store.location"
            })
    void hidesAKeyInPlaceOfAnyFile(String property) {
        IamSmartProperties pasted = new Binder(new MapConfigurationPropertySource(Map.of(property, TestKeys.inline())))
                .bind("iamsmart", IamSmartProperties.class)
                .get();

        assertThat(new SecretSanitizer(() -> List.of(pasted))
                        .apply(new SanitizableData(null, property, TestKeys.inline()))
                        .getValue())
                .isEqualTo("******");
    }

    @Test
    void hidesAShortSecretOnlyWhereItIsTheWholeValue() {
        assertThat(sanitized("other", "short")).isEqualTo("******");
        assertThat(sanitized("other", "a short text")).isEqualTo("a short text");
    }

    @Test
    void showsEverythingElse() {
        assertThat(sanitized("iamsmart.client-id", "starter-client")).isEqualTo("starter-client");
        assertThat(sanitized("server.port", 8080)).isEqualTo(8080);
    }

    @Test
    void hidesByNameWhereNothingIsBound() {
        assertThat(new SecretSanitizer(List::of)
                        .apply(new SanitizableData(null, "iamsmart.client-secret", "x"))
                        .getValue())
                .isEqualTo("******");
    }

    @Test
    void thePropertiesThemselvesShowNoSecret() {
        assertThat(properties.toString())
                .contains("starter-client", "base64:******")
                .doesNotContain(Runners.SECRET, PASSWORD, TestKeys.inline(), "short");
        assertThat(ConnectionSettings.of(ConfiguredClient.ofDefault(withEnvironment()), null, true)
                        .toString())
                .doesNotContain(Runners.SECRET);
    }

    private IamSmartProperties withEnvironment() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "iamsmart.environment",
                        "ite",
                        "iamsmart.client-id",
                        "starter-client",
                        "iamsmart.client-secret",
                        Runners.SECRET,
                        "iamsmart.kek.location",
                        TestKeys.inline())))
                .bind("iamsmart", IamSmartProperties.class)
                .get();
    }
}
