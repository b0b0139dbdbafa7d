package io.github.iamsmart.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class NamedClientsTest {

    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final Map<String, Object> file = new LinkedHashMap<>();

    private NamedClients clients() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addLast(new MapPropertySource("file", file));
        ConfigurationPropertySources.attach(environment);
        return new NamedClients(environment);
    }

    @Test
    void thereAreNoneUnlessOneHasAName() {
        file.put("iamsmart.client-id", "one");
        assertThat(clients().names()).isEmpty();
    }

    @Test
    void areInTheOrderOfTheConfiguration() {
        file.put("iamsmart.clients.tax-office.client-id", "a");
        file.put("iamsmart.clients.shop", "");
        assertThat(clients().names()).containsExactly("tax-office", "shop");
    }

    @Test
    void aVariableSetsWhatBelongsToANameWithHyphens() {
        variables.put("IAMSMART_CLIENTS_TAXOFFICE_CLIENTSECRET", "of the variable");
        file.put("iamsmart.clients.tax-office.client-id", "a");
        NamedClients clients = clients();

        assertThat(clients.names()).containsExactly("tax-office");
        assertThat(clients.client("tax-office").properties().clientSecret()).isEqualTo("of the variable");
    }

    @Test
    void aVariableOfKubernetesIsNoClient() {
        variables.put("IAMSMART_CLIENTS_SERVICE_HOST", "10.0.0.1");
        variables.put("IAMSMART_CLIENTS_PORT_8080_TCP", "tcp://10.0.0.1:8080");
        assertThat(clients().names()).isEmpty();
        variables.put("IAMSMART_CLIENTS_SHOP_CLIENT_ID", "a");
        assertThat(clients().names()).containsExactly("shop");
    }

    @Test
    void whatAClientSaysItselfWinsWhereverTheDefaultStands() {
        variables.put("IAMSMART_READTIMEOUT", "1m");
        file.put("iamsmart.clients.shop.read-timeout", "3s");
        file.put("iamsmart.clients.tax", "");
        assertThat(clients().client("shop").properties().readTimeout()).hasSeconds(3);
        assertThat(clients().client("tax").properties().readTimeout()).hasSeconds(60);
    }

    @Test
    void aListIsReplacedAsAWhole() {
        file.put("iamsmart.direct-login.hosts[0]", "a.example.org");
        file.put("iamsmart.direct-login.hosts[1]", "b.example.org");
        file.put("iamsmart.direct-login.v1", "true");
        file.put("iamsmart.clients.shop.direct-login.hosts", "c.example.org");
        assertThat(clients().directLogin("shop").hosts()).containsExactly("c.example.org");
        assertThat(clients().directLogin("shop").v1()).isTrue();
        assertThat(clients().directLogin("tax").hosts()).containsExactlyInAnyOrder("a.example.org", "b.example.org");
    }

    /** Checked at the start as well; but what is not read cannot be used by mistake. */
    @Test
    void whoAClientIsIsNotInherited() {
        file.put("iamsmart.client-id", "a");
        file.put("iamsmart.client-secret", "b");
        file.put("iamsmart.kek.location", "c");
        file.put("iamsmart.kek.password", "d");
        file.put("iamsmart.previous-kek.location", "e");
        file.put("iamsmart.public-url", "https://permits.example.gov.hk");
        file.put("iamsmart.clients.shop", "");
        IamSmartProperties shop = clients().client("shop").properties();
        assertThat(shop.clientId()).isNull();
        assertThat(shop.clientSecret()).isNull();
        assertThat(shop.kek().location()).isNull();
        assertThat(shop.kek().password()).isNull();
        assertThat(shop.previousKek().location()).isNull();
        assertThat(shop.publicUrl()).isEqualTo("https://permits.example.gov.hk");
        assertThatThrownBy(() -> clients().requireNoIdentityAbove())
                .isInstanceOfSatisfying(
                        IamSmartPropertyException.class,
                        e -> assertThat(e.action()).contains("iamsmart.clients.shop.client-id"));
    }

    @Test
    void eachHasAPathOfItsOwn() {
        file.put("iamsmart.path-prefix", "/id");
        file.put("iamsmart.clients.shop", "");
        file.put("iamsmart.clients.default", "");
        file.put("iamsmart.clients.tax.path-prefix", "/elsewhere");
        assertThat(clients().client("shop").properties().pathPrefix()).isEqualTo("/id/shop");
        assertThat(clients().client("default").properties().pathPrefix()).isEqualTo("/id");
        assertThat(clients().client("tax").properties().pathPrefix()).isEqualTo("/elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "tax_office", "[a b]", "[über]", "a12345678901234567890123456789012345678901"})
    void aNameThatCannotStandInAPathIsRefused(String name) {
        file.put("iamsmart.clients" + (name.startsWith("[") ? "" : ".") + name + ".client-id", "a");
        assertThatThrownBy(() -> clients().names())
                .isInstanceOf(IamSmartPropertyException.class)
                .hasMessageContaining("1 to 40 lower-case letters, digits and hyphens");
    }
}
