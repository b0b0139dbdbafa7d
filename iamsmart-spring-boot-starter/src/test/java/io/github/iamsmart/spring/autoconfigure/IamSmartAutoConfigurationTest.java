package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signin.DirectLoginFlag;
import io.github.iamsmart.spring.IamSmartClientCustomizer;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class IamSmartAutoConfigurationTest {

    private final ApplicationContextRunner runner = Runners.plain().withPropertyValues(Runners.client());

    @Test
    void makesAClientOfTheProperties() {
        runner.withPropertyValues("iamsmart.language=zh-HK").run(context -> {
            IamSmartClient client = context.getBean(IamSmartClient.class);
            assertThat(client.clientId()).isEqualTo("starter-client");
            assertThat(client.environment()).isEqualTo(Environment.ITE);
            assertThat(client.language()).isEqualTo(Language.ZH_HK);
        });
    }

    @Test
    void readsTheKekFromAnyFormat(@TempDir Path folder) {
        for (Path file : List.of(
                TestKeys.keyStore(folder, "PKCS12", "kek"),
                TestKeys.keyStore(folder, "JKS", "kek"),
                TestKeys.pemKey(folder))) {
            for (String location : List.of("file:" + file, file.toString())) {
                runner.withPropertyValues(
                                "iamsmart.kek.location=" + location,
                                "iamsmart.kek.password=" + (location.endsWith(".pem") ? "" : TestKeys.PASSWORD))
                        .run(context -> assertThat(
                                        context.getBean(KekKeyPair.class).publicKeyInfo())
                                .as(location)
                                .isEqualTo(TestKeys.pair().getPublic().getEncoded()));
            }
        }
    }

    @Test
    void readsTheCertificateBesideThePrivateKey(@TempDir Path folder) {
        runner.withPropertyValues(
                        "iamsmart.kek.location=" + TestKeys.pemKey(folder),
                        "iamsmart.kek.certificate-location=" + TestKeys.pemCertificate(folder))
                .run(context -> assertThat(context.getBean(KekKeyPair.class).certificate())
                        .isPresent());
    }

    @Test
    void choosesTheKeyByItsAlias(@TempDir Path folder) {
        runner.withPropertyValues(
                        "iamsmart.kek.location=" + TestKeys.keyStore(folder, "PKCS12", "old", "new"),
                        "iamsmart.kek.password=" + TestKeys.PASSWORD,
                        "iamsmart.kek.alias=new")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void takesThePreviousKekToo() {
        runner.withPropertyValues("iamsmart.previous-kek.location=" + TestKeys.inline())
                .run(context -> assertThat(
                                context.getBean(IamSmartConnectionDetails.class).keks())
                        .hasSize(2));
    }

    @Test
    void takesTheBaseUrlInPlaceOfTheEnvironments() {
        runner.withPropertyValues("iamsmart.base-url=https://egress.example.org/")
                .run(context -> {
                    Environment environment =
                            context.getBean(IamSmartClient.class).environment();
                    assertThat(environment.baseUrl()).isEqualTo(URI.create("https://egress.example.org"));
                    assertThat(environment.name()).isEqualTo("ite");
                });
    }

    @Test
    void sendsBrowsersToTheirOwnBaseUrl() {
        runner.withPropertyValues(
                        "iamsmart.base-url=https://egress.example.org",
                        "iamsmart.browser-base-url=https://pages.example.org/")
                .run(context -> assertThat(page(context.getBean(IamSmartClient.class)))
                        .startsWith("https://pages.example.org/api/v1/auth/getQR?"));
        runner.withPropertyValues("iamsmart.base-url=https://egress.example.org")
                .run(context -> assertThat(page(context.getBean(IamSmartClient.class)))
                        .startsWith("https://egress.example.org/api/v1/auth/getQR?"));
    }

    private static String page(IamSmartClient client) {
        return client.signIn().authorizationUri(signIn()).toString();
    }

    private static AuthorizationRequest signIn() {
        return AuthorizationRequest.builder()
                .redirectUri(URI.create("https://permits.example.hk/back"))
                .state(State.of("s"))
                .build();
    }

    @Test
    void turnsTheLinksOfAServiceThatIsAnAppOn() {
        AppReturn link = new AppReturn.Link(URI.create("https://permits.example.hk/app"));
        runner.withPropertyValues(
                        "iamsmart.own-app-path-prefix=/api/appv1", "iamsmart.app-links.own-app-sign-in=v3/auth")
                .run(context -> assertThat(
                                context.getBean(IamSmartClient.class).signIn().appLink(signIn(), link))
                        .hasScheme("hk.gov.iamsmart.testapp")
                        .hasAuthority("v3")
                        .hasPath("/auth"));
        runner.run(context -> assertThatThrownBy(
                        () -> context.getBean(IamSmartClient.class).signIn().appLink(signIn(), link))
                .hasMessageContaining("iamsmart.own-app-path-prefix"));
    }

    @Test
    void takesTheFormOfTheFlagOfADirectLogin() {
        runner.withPropertyValues("iamsmart.sign-in.direct-login-flag=boolean")
                .run(context -> assertThat(context.getBean(IamSmartProperties.class)
                                .signIn()
                                .directLoginFlag())
                        .isEqualTo(DirectLoginFlag.BOOLEAN));
        runner.run(context -> assertThat(
                        context.getBean(IamSmartProperties.class).signIn().directLoginFlag())
                .isEqualTo(DirectLoginFlag.TEXT));
    }

    @Test
    void takesPathsTimeOutsProxyAndTrustStore(@TempDir Path folder) {
        runner.withPropertyValues(
                        "iamsmart.paths.get-qr=/api/v9/page",
                        "iamsmart.connect-timeout=1s",
                        "iamsmart.read-timeout=2s",
                        "iamsmart.call-timeout=3s",
                        "iamsmart.proxy.host=proxy.invalid",
                        "iamsmart.proxy.port=3128",
                        "iamsmart.proxy.username=user",
                        "iamsmart.proxy.password=canary-proxy-password",
                        "iamsmart.keep-alive=4s",
                        "iamsmart.timestamp-tolerance=1s",
                        "iamsmart.trust-store.location=" + TestKeys.pemCertificate(folder))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(IamSmartProperties.class).callTimeout())
                            .hasSeconds(3);
                    assertThat(context.getBean(IamSmartProperties.class))
                            .asString()
                            .contains("host=proxy.invalid, port=3128")
                            .doesNotContain("canary");
                });
    }

    /** An environment variable writes no hyphens, and no lower case. */
    @Test
    void takesNamesOfCallsAndScreensFromEnvironmentVariables() {
        Map<String, Object> variables = Map.of(
                "IAMSMART_PATHS_GETTOKEN", "/api/v9/token",
                "IAMSMART_APPLINKS_PDFSIGNING", "sign");
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(IamSmartProperties.class).paths())
                            .containsValue("/api/v9/token");
                });
    }

    @Test
    void backsOffForAClientOfTheApplication() {
        Runners.plain().withUserConfiguration(OwnClient.class).run(context -> {
            assertThat(context).hasSingleBean(IamSmartClient.class).doesNotHaveBean(IamSmartConnectionDetails.class);
            assertThat(context).doesNotHaveBean(KekKeyPair.class);
            assertThat(context.getBean(IamSmartClient.class).clientId()).isEqualTo("own-client");
        });
    }

    @Test
    void usesAKeyPairOfTheApplication() {
        Runners.plain()
                .withUserConfiguration(OwnKek.class)
                .withPropertyValues(
                        "iamsmart.environment=production",
                        "iamsmart.client-id=starter-client",
                        "iamsmart.client-secret=" + Runners.SECRET)
                .run(context -> {
                    assertThat(context).hasSingleBean(KekKeyPair.class).hasSingleBean(IamSmartClient.class);
                    assertThat(context.getBean(IamSmartConnectionDetails.class).keks())
                            .containsExactly(context.getBean(KekKeyPair.class));
                });
    }

    @Test
    void usesConnectionDetailsOfTheApplication() {
        Runners.plain()
                .withUserConfiguration(OwnConnection.class)
                .run(context -> assertThat(context.getBean(IamSmartClient.class).clientId())
                        .isEqualTo("own-connection"));
    }

    @Test
    void letsTheApplicationChangeTheClient() {
        runner.withBean(IamSmartClientCustomizer.class, () -> builder -> builder.language(Language.ZH_CN))
                .run(context -> assertThat(context.getBean(IamSmartClient.class).language())
                        .isEqualTo(Language.ZH_CN));
    }

    @Test
    void doesNothingWhenItIsSwitchedOff() {
        Runners.plain()
                .withPropertyValues("iamsmart.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(IamSmartClient.class));
    }

    @Test
    void leavesAClientOfTheApplicationsOwnAloneWhenItIsSwitchedOff() {
        Runners.web()
                .withUserConfiguration(OwnClient.class)
                .withPropertyValues("iamsmart.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(IamSmartClient.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {

        @Bean
        IamSmartClient client() {
            return IamSmartClient.builder()
                    .clientId("own-client")
                    .clientSecret(Runners.SECRET)
                    .kek(kek())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnKek {

        @Bean
        KekKeyPair ownKek() {
            return kek();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnConnection {

        @Bean
        IamSmartConnectionDetails connection() {
            return new IamSmartConnectionDetails() {
                @Override
                public Environment environment() {
                    return Environment.ITE;
                }

                @Override
                public String clientId() {
                    return "own-connection";
                }

                @Override
                public String clientSecret() {
                    return Runners.SECRET;
                }

                @Override
                public List<KekKeyPair> keks() {
                    return List.of(kek());
                }
            };
        }
    }

    private static KekKeyPair kek() {
        return KekKeyPair.of(TestKeys.pair().getPrivate(), TestKeys.pair().getPublic());
    }
}
