package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsControlTest extends ServiceTest {
    private static final String PERMITS = "{'clientID': 'permits', 'clientSecret': 'of the test',"
            + " 'displayName': {'en': 'Permits', 'zh-HK': '許可證', 'zh-CN': '许可证'},"
            + " 'redirectURIs': ['http://localhost:8080/callback', 'http://localhost:8080/callback/direct-login'],"
            + " 'scopes': ['eidapi_auth']}";

    private ControlCalls control;

    @BeforeEach
    void controlIt() {
        control = new ControlCalls(simulator);
    }

    @Test
    void areShownWithoutTheirSecrets() {
        JsonNode registered = control.ok("POST", "/clients", PERMITS);
        assertThat(registered.path("clientSecret").asText()).isEqualTo("***");
        assertThat(registered.path("displayName").path("zh-HK").asText()).isEqualTo("許可證");
        assertThat(registered.path("kekPublicKey").isNull()).isTrue();
        JsonNode own = control.get("/clients/" + service.service.clientId);
        assertThat(own.path("kekPublicKey").asText()).startsWith("MII");
        assertThat(own.path("displayName")).isEmpty();
        assertThat(control.get("/clients")).hasSize(2).contains(registered, own);
        assertThat(control.get("/clients").toString()).doesNotContain("of the test", service.service.secret);
        assertThat(control.refused(404, "GET", "/clients/nobody", "")).contains("nobody");
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        String path = "/clients/" + service.service.clientId;
        JsonNode before = control.get(path);
        JsonNode named = control.ok("PUT", path, "{'displayName': 'Permits'}");
        assertThat(named.path("displayName").path("zh-CN").asText()).isEqualTo("Permits");
        assertThat(named.path("redirectURIs")).isEqualTo(before.path("redirectURIs"));
        assertThat(named.path("kekPublicKey")).isEqualTo(before.path("kekPublicKey"));
        // The mask is not the secret: calls still verify, and the CEK is still the one that the service has.
        assertThat(control.ok("PUT", path, named.toString())).isEqualTo(named);
        assertThat(service.signIn("basic").openId).isNotEmpty();

        control.ok("PUT", path, "{'displayName': {'zh-CN': null}, 'scopes': ['eidapi_auth']}");
        assertThat(simulator.registrations().get(0).displayName()).containsOnlyKeys("en", "zh-HK");
        assertThat(simulator.registrations().get(0).scopes()).containsExactly("eidapi_auth");
        control.ok("PUT", path, "{'clientSecret': 'another'}");
        assertThat(service.service
                        .plain("/security/getKey", "")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("D20006");
    }

    @Test
    void aRemovedOneIsRefused() {
        assertThat(control.ok("DELETE", "/clients/" + service.service.clientId, ""))
                .isEmpty();
        assertThat(service.service
                        .plain("/security/getKey", "")
                        .json()
                        .path("code")
                        .asText())
                .isNotEqualTo("D00000");
        assertThat(control.refused(404, "DELETE", "/clients/" + service.service.clientId, ""))
                .contains("No client");
        assertThatThrownBy(() -> simulator.removeClient("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void whatARemovedOneAskedForIsStillShown() {
        service.signIn("basic");
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.removeClient(service.service.clientId);
        assertThat(page("/phone?lang=en-US&ticket=" + ticket)).contains(service.service.clientId);
        assertThat(simulator.reject(ticket).status()).isEqualTo("rejected");
    }

    @ParameterizedTest
    @CsvSource({"en-US, Permits", "zh-HK, 許可證", "zh-CN, 许可证"})
    void pagesCallItByItsNameInTheirLanguage(String language, String name) {
        control.ok("POST", "/clients", PERMITS);
        assertThat(seen(getQr("permits", language))).contains(name).doesNotContain("localhost");
        assertThat(page("/phone?lang=" + language)).contains(name).doesNotContain("localhost");
        String ticket = simulator.requests().get(0).ticketId();
        assertThat(page("/phone?lang=" + language + "&ticket=" + ticket))
                .contains("<strong>" + name + "</strong>")
                .doesNotContain("localhost");
        assertThat(page("/phone/catalogue?lang=" + language)).contains("<h2>" + name + "</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-HK", "zh-CN"})
    void pagesCallOneWithoutANameByItsId(String language) {
        control.ok("POST", "/clients", PERMITS);
        control.ok("PUT", "/clients/permits", "{'displayName': null}");
        assertThat(seen(getQr("permits", language))).contains("permits").doesNotContain("localhost");
        assertThat(page("/phone?lang=" + language)).contains("permits").doesNotContain("localhost");
        assertThat(page("/phone/catalogue?lang=" + language)).contains("<h2>permits</h2>");
    }

    /** Without the addresses of links: those to the same page in other languages hold its query. */
    private static String seen(String page) {
        return page.replaceAll("href=\"[^\"]*\"", "");
    }

    @Test
    void theClosestNameStandsInForOneThatIsNotThere() {
        ClientRegistration bare = registration(Map.of());
        assertThat(bare.nameIn("zh-HK")).isEqualTo("permits");
        assertThat(registration(Map.of("zh-CN", "许可证", "en", "Permits")).nameIn("zh-HK"))
                .isEqualTo("许可证");
        assertThat(registration(Map.of("en", "Permits")).nameIn("zh-CN")).isEqualTo("Permits");
        assertThat(registration(Map.of("zh-HK", "許可證")).nameIn("en-US")).isEqualTo("許可證");
        assertThat(bare.withDisplayName("a", "b", "c").nameIn("zh-CN")).isEqualTo("c");
        assertThat(bare.withDisplayName("a")
                        .plusRedirectUri(URI.create("https://a.hk/"))
                        .nameIn("zh-CN"))
                .isEqualTo("a");
    }

    @Test
    void aLogoIsAPictureInTheRegistration() {
        String logo = "data:image/png;base64,iVBORw0KGgo=";
        control.ok("POST", "/clients", PERMITS);
        assertThat(control.ok("PUT", "/clients/permits", "{'logo': '" + logo + "'}")
                        .path("logo")
                        .asText())
                .isEqualTo(logo);
        getQr("permits", "en-US");
        String ticket = simulator.requests().get(0).ticketId();
        assertThat(page("/phone?lang=en-US&ticket=" + ticket))
                .contains("<img class=\"logo\" src=\"" + logo + "\" alt=\"\"");
        for (String wrong : List.of("https://a.hk/logo.png", "data:text/html;base64,AAAA", "data:image/png,AAAA")) {
            assertThat(control.refused(400, "PUT", "/clients/permits", "{'logo': '" + wrong + "'}"))
                    .contains("data:image/png;base64,");
        }
        assertThat(control.refused(
                        400,
                        "PUT",
                        "/clients/permits",
                        "{'logo': 'data:image/png;base64," + "A".repeat(65 * 1024) + "'}"))
                .contains("64 KiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'clientSecret': null}|clientSecret",
                "{'clientID': 'other'}|of the path",
                "{'displayName': {'fr': 'Permis'}}|zh-HK",
                "{'displayName': {'en': ' '}}|displayName.en",
                "{'displayName': {'en': 7}}|displayName.en",
                "{'displayName': 7}|displayName",
                "{'redirectURIs': ['ht tp']}|redirectURIs",
                "{'name': 'Permits'}|displayName",
            })
    void saysWhatToWrite(String body, String word) {
        control.ok("POST", "/clients", PERMITS);
        JsonNode before = control.get("/clients/permits");
        assertThat(control.refused(400, "PUT", "/clients/permits", body)).contains(word);
        assertThat(control.get("/clients/permits")).isEqualTo(before);
    }

    @Test
    void aMaskIsNoSecret() {
        assertThat(control.refused(400, "POST", "/clients", PERMITS.replace("of the test", "***")))
                .contains("permits", "masked");
    }

    private String getQr(String clientId, String language) {
        return page("/api/v1/auth/getQR?clientID=" + clientId + "&responseType=code&source=PC_Browser&lang=" + language
                + "&redirectURI=http%3A%2F%2Flocalhost%3A8080%2Fcallback&scope=eidapi_auth&state=abc");
    }

    private String page(String path) {
        return TestService.text(TestService.get(URI.create(simulator.baseUrl() + path)));
    }

    private static ClientRegistration registration(Map<String, String> names) {
        return new ClientRegistration("permits", "of the test", null, Set.of(), Set.of("eidapi_auth"), names, null);
    }
}
