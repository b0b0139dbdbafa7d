package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.iamsmart.ccic.CcicVerificationApi;
import io.github.iamsmart.device.AppLink;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {

    private static IamSmartClientBuilder complete() {
        return IamSmartClient.builder()
                .clientId("client")
                .clientSecret("canary-secret")
                .kek(TestKeys.kek(TestKeys.FIRST));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("clientId", b -> b.clientId(" ")),
                mistake("clientId", b -> b.clientId("two words")),
                mistake("clientId", b -> b.clientId("名")),
                mistake("clientSecret", b -> b.clientSecret("")),
                mistake("clientSecret", b -> b.clientSecret("canary-secret ")),
                mistake("clientSecret", b -> b.clientSecret("canary-secret\n")),
                mistake("clientSecret", b -> b.clientSecret("canary\nsecret")),
                mistake("clientSecret", b -> b.clientSecret("canary\tsecret")),
                mistake("clientSecret", b -> b.clientSecret("canary\u00a0secret")),
                mistake("clientSecret", b -> b.clientSecret("canary-secret\u200b")),
                mistake("clientSecret", b -> b.clientSecret("\ufeffcanary-secret")),
                mistake("KEKs", b -> b.kek(TestKeys.kek(TestKeys.FIRST)).kek(TestKeys.kek(TestKeys.SECOND))),
                mistake("connectTimeout", b -> b.connectTimeout(Duration.ZERO)),
                mistake("readTimeout", b -> b.readTimeout(Duration.ofSeconds(-1))),
                mistake("callTimeout", b -> b.callTimeout(Duration.ofNanos(1))),
                mistake("callTimeout", b -> b.callTimeout(Duration.ofDays(40_000_000_000L))),
                mistake("readTimeout", b -> b.readTimeout(Duration.ofDays(25))),
                mistake("keepAlive", b -> b.keepAlive(Duration.ofNanos(-1))),
                mistake("keepAlive", b -> b.keepAlive(Duration.ofDays(2))),
                mistake("timestampTolerance", b -> b.timestampTolerance(Duration.ofMillis(-1))),
                mistake("user name for the proxy", b -> b.proxyCredentials("", "canary-password")),
                mistake("user name for the proxy", b -> b.proxyCredentials("canary:name", "canary-password")),
                mistake("password for the proxy", b -> b.proxyCredentials("user", "canary-password\r\nX-Forged: 1")),
                mistake("proxy's host", b -> b.proxy(proxy("http://proxy.example"))),
                mistake("proxy's host", b -> b.proxy(proxy("http://user:canary@proxy.example:3128"))),
                mistake("proxy's host", b -> b.proxy(proxy("user:canary@proxy.example"))),
                mistake("proxy's host", b -> b.proxy(proxy("proxy.example:3128"))),
                mistake("proxy's host", b -> b.proxy(proxy("proxy.example/"))),
                mistake("proxy's host", b -> b.proxy(proxy("proxy example"))),
                mistake("proxy's host", b -> b.proxy(proxy("代理.example"))),
                mistake("proxy's host", b -> b.proxy(proxy(""))));
    }

    private static Arguments mistake(String named, Consumer<IamSmartClientBuilder> made) {
        return Arguments.of(named, made);
    }

    private static Proxy proxy(String host) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "proxy.example", "10.0.0.1", "::1", "[::1]", "fe80::1%eth0", "my_proxy"})
    void takesAProxyByNameOrAddress(String host) {
        try (IamSmartClient client = complete().proxy(proxy(host)).build()) {
            assertThat(client.clientId()).isEqualTo("client");
        }
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("mistakes")
    void namesTheSettingThatIsWrong(String named, Consumer<IamSmartClientBuilder> mistake) {
        IamSmartClientBuilder builder = complete();
        assertThatThrownBy(() -> {
                    mistake.accept(builder);
                    builder.build();
                })
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("canary");
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                mistake("clientId", b -> b.clientId("two words")),
                mistake("clientSecret", b -> b.clientSecret(" canary-secret")),
                mistake("callTimeout", b -> b.callTimeout(Duration.ZERO)),
                mistake("keepAlive", b -> b.keepAlive(Duration.ofDays(2))),
                mistake("paths.get-tokn", b -> b.paths(ApiPaths.DEFAULTS.with("get-tokn", "/x"))),
                mistake(
                        "appLinks.pdf-singing",
                        b -> b.appLinks(
                                AppLink.forScheme(Environment.TESTING_APP).with("pdf-singing", "pdf-sign"))),
                mistake("businessIdInGetResult.profile", b -> b.businessIdInGetResult("profile", true)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void givesTheSettingAsData(String setting, Consumer<IamSmartClientBuilder> mistake) {
        IamSmartClientBuilder builder = complete();
        assertThatThrownBy(() -> {
                    mistake.accept(builder);
                    builder.build();
                })
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        failure -> assertThat(failure.setting()).contains(setting));
    }

    @Test
    void takesASecretWithAnOrdinaryBlankInIt() {
        try (IamSmartClient client = complete().clientSecret("canary secret").build()) {
            assertThat(client.clientId()).isEqualTo("client");
        }
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> IamSmartClient.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clientId is missing");
        assertThatThrownBy(() -> IamSmartClient.builder().clientId("client").build())
                .hasMessageContaining("clientSecret is missing");
        assertThatThrownBy(() -> IamSmartClient.builder()
                        .clientId("client")
                        .clientSecret("canary-secret")
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kek is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.example",
                "ftp://gateway.example",
                "https:///x",
                "https://gateway.example?x=1",
                "https://gateway.example/#x",
                "https://user:canary-password@gateway.example"
            })
    void refusesABaseUrlThatIsNone(String url) {
        assertThatThrownBy(() -> complete().baseUrl(URI.create(url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                https://網關.example          | write it in punycode, xn--zf0aw80c.example
                https://網關.example:8443/x   | write it in punycode, xn--zf0aw80c.example
                https://gateway。example      | punycode, gateway.example
                https://user:canary@網關.example | user name or password
                https://user:canary@gate_way   | user name or password
                user:canary@gateway.example   | user name or password
                https://canary@gateway.example | user name or password
                https://gateway.example?token=canary | no query
                https://gateway.example#canary | no query ('?') and no fragment
                gateway.example               | does not begin with https://
                //gateway.example             | does not begin with https://
                localhost:8090                | does not begin with https://
                ftp://gateway.example         | does not begin with https://
                https:gateway.example         | valid host name
                https:///x                    | valid host name
                https://gate_way.example      | valid host name
                https://-gateway.example      | valid host name
                https://gateway.example:99999999999 | valid host name
                https://gateway.example:70000 | port
                https://gateway.example:0     | port
                https://gateway.example/api   | has the path of a call, '/api'
                https://gateway.example/api/v1/ | has the path of a call, '/api/v1/'
                """)
    void saysWhatIsWrongWithABaseUrl(String url, String said) {
        assumeThat(parsed(url)).as("java.net.URI parses it").isPresent();
        assertThatThrownBy(() -> complete().baseUrl(parsed(url).orElseThrow()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL")
                .hasMessageContaining(said)
                .hasMessageNotContaining("canary");
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Test
    void takesAnyCaseAndManySlashes() {
        assertThat(Environment.custom(URI.create("HTTPS://Gateway.Example:8443//"))
                        .baseUrl())
                .hasToString("HTTPS://Gateway.Example:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages.example",
                "ftp://pages.example",
                "https:///x",
                "https://pages.example?x=1",
                "https://pages.example/#x",
                "https://user:canary-password@pages.example"
            })
    void refusesABaseUrlForBrowsersThatIsNone(String url) {
        assertThatThrownBy(() -> complete().browserBaseUrl(URI.create(url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL for browsers")
                .hasMessageNotContaining("canary");
    }

    @Test
    void sendsBrowsersToTheirOwnBaseUrlWhicheverIsSetFirst() {
        URI egress = URI.create("https://egress.example");
        URI pages = URI.create("https://pages.example/smart//");
        for (IamSmartClientBuilder builder : new IamSmartClientBuilder[] {
            complete().browserBaseUrl(pages).baseUrl(egress).environment(Environment.PRODUCTION),
            complete().environment(Environment.PRODUCTION).baseUrl(egress).browserBaseUrl(pages),
            complete()
                    .environment(Environment.PRODUCTION.withBrowserBaseUrl(pages))
                    .baseUrl(egress),
            complete()
                    .environment(
                            Environment.PRODUCTION.withBrowserBaseUrl(pages).withBaseUrl(egress))
        }) {
            try (IamSmartClient client = builder.build()) {
                assertThat(client.environment().baseUrl()).isEqualTo(egress);
                assertThat(client.environment().browserBaseUrl()).hasToString("https://pages.example/smart");
                assertThat(pagesOf(client))
                        .allSatisfy(page -> assertThat(page.toString())
                                .startsWith("https://pages.example/smart/api/v1/auth/getQR?"));
            }
        }
    }

    /** It is where the production gateway's pages are, though its calls go through an egress gateway. */
    @Test
    void keepsABaseUrlForBrowsersThatWasTheOneOfTheCalls() {
        Environment environment = Environment.PRODUCTION
                .withBrowserBaseUrl(Environment.PRODUCTION.baseUrl())
                .withBaseUrl(URI.create("https://egress.example"));

        assertThat(environment.browserBaseUrl()).isEqualTo(Environment.PRODUCTION.baseUrl());
    }

    @Test
    void sendsBrowsersToTheBaseUrlOtherwise() {
        try (IamSmartClient client =
                complete().baseUrl(URI.create("https://egress.example/")).build()) {
            assertThat(pagesOf(client))
                    .allSatisfy(page ->
                            assertThat(page.toString()).startsWith("https://egress.example/api/v1/auth/getQR?"));
        }
    }

    private static List<URI> pagesOf(IamSmartClient client) {
        AuthorizationRequest request = AuthorizationRequest.builder()
                .redirectUri(URI.create("https://permits.example.hk/back"))
                .state(State.of("s"))
                .build();
        return List.of(
                client.signIn().authorizationUri(request),
                client.signIn()
                        .authorizationUri(request.toBuilder().ticketId("T1").build()),
                client.signIn()
                        .authorizationUri(request.toBuilder().brokerPage(true).build()));
    }

    @Test
    void refusesANameThatIsNoAnonymousKind() {
        assertThatThrownBy(() ->
                        complete().businessIdInGetResult("hash-signing", true).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'hash-signing'")
                .hasMessageContaining("anonymous-hash-signing");
    }

    @Test
    void keepsTheBaseUrlWhicheverIsSetFirst() {
        URI egress = URI.create("https://egress.example/iamsmart/");
        for (IamSmartClientBuilder builder : new IamSmartClientBuilder[] {
            complete().baseUrl(egress).environment(Environment.PRODUCTION),
            complete().environment(Environment.PRODUCTION).baseUrl(egress)
        }) {
            try (IamSmartClient client = builder.build()) {
                assertThat(client.environment().name()).isEqualTo("production");
                assertThat(client.environment().baseUrl()).hasToString("https://egress.example/iamsmart");
                assertThat(client.environment().appScheme()).isEqualTo(Environment.PRODUCTION_APP);
            }
        }
    }

    @Test
    void callsTheTestingEnvironmentUnlessToldOtherwise() {
        try (IamSmartClient client = complete().build()) {
            assertThat(client.environment()).isEqualTo(Environment.ITE);
            assertThat(client.clientId()).isEqualTo("client");
        }
    }

    @Test
    void canBeUsedAgainWithoutChangingWhatItHasBuilt() {
        IamSmartClientBuilder builder = complete();
        try (IamSmartClient first = builder.build();
                IamSmartClient second = builder.kek(TestKeys.kek(TestKeys.SECOND))
                        .clientId("other")
                        .build()) {
            assertThat(first.clientId()).isEqualTo("client");
            assertThat(first.health().kekCertificates()).hasSize(1);
            assertThat(second.clientId()).isEqualTo("other");
            assertThat(second.health().kekCertificates()).hasSize(2);
        }
    }

    @Test
    void saysWhichPathMustBeConfigured() {
        assertThatThrownBy(() -> ApiPaths.DEFAULTS.path(CcicVerificationApi.KIND.initiate()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("iamsmart.paths.ccic-verification");
        assertThat(ApiPaths.DEFAULTS
                        .with("ccic-verification", "/api/v1/ccic")
                        .path(CcicVerificationApi.KIND.initiate()))
                .isEqualTo("/api/v1/ccic");
        assertThat(ApiPaths.DEFAULTS.path(Api.GET_TOKEN)).isEqualTo("/api/v1/auth/getToken");
    }
}
