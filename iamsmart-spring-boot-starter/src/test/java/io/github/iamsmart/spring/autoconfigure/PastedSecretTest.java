package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A key is where its file name should be, or a secret is where something else should be. */
class PastedSecretTest {

    private static final String PEM = new String(
            Base64.getDecoder().decode(TestKeys.inline().substring("base64:".length())), StandardCharsets.US_ASCII);
    private static final String CANARY = "canary-Zm9yLXRlc3Rz";

    private final ApplicationContextRunner application = Runners.plain()
            .withPropertyValues(
                    "iamsmart.environment=ite",
                    "iamsmart.client-id=starter-client",
                    "iamsmart.client-secret=" + Runners.SECRET);

    static Stream<String> keys() {
        return Stream.of(
                PEM,
                PEM.replace("\n", "\\n"),
                PEM.replace("\n", " "),
                "\"" + PEM.replace("\n", "\\n") + "\"",
                TestKeys.inline(),
                TestKeys.inline().replaceAll("(.{60})", "$1\n"),
                "base64:\n  " + TestKeys.inline().substring("base64:".length()).replaceAll("(.{64})", "$1\n  "));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyInPlaceOfItsFileIsAccepted(String key) {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("pasted", Map.of("iamsmart.kek.location", key))))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(IamSmartClient.class);
                    assertThat(context.getBean(KekKeyPair.class).insecurePrivateKey())
                            .isEqualTo(TestKeys.pair().getPrivate());
                    assertThat(context.getBean(IamSmartProperties.class).toString())
                            .doesNotContain(
                                    PEM.substring(100, 130), TestKeys.inline().substring(100, 130));
                });
    }

    static Stream<Map<String, String>> misplaced() {
        String base64 = PEM.replaceAll("-----[^\n]*\n", "");
        List<Map<String, String>> all = new ArrayList<>();
        for (String value : new String[] {
            base64.replace("\n", ""), base64, PEM.substring(0, PEM.length() - 100), "file:" + base64.replace("\n", "")
        }) {
            for (String name : new String[] {
                "iamsmart.kek.location", "iamsmart.trust-store.location", "iamsmart.previous-kek.location"
            }) {
                all.add(Map.of(name, value));
            }
        }
        for (String name : new String[] {
            "iamsmart.kek",
            "iamsmart.previous-kek",
            "iamsmart.trust-store",
            "iamsmart.proxy",
            "iamsmart.kek.type",
            "iamsmart.proxy.port",
            "iamsmart.proxy.host",
            "iamsmart.environment",
            "iamsmart.base-url",
            "iamsmart.browser-base-url",
            "iamsmart.public-url",
            "iamsmart.path-prefix",
            "iamsmart.own-app-path-prefix",
            "iamsmart.paths.get-token",
            "iamsmart.app-links.profile",
            "iamsmart.language",
            "iamsmart.call-timeout",
            "iamsmart.callback.max-size",
            "iamsmart.sign-in.success-url",
            "iamsmart.business-id-in-get-result.anonymous-pdf-signing"
        }) {
            all.add(Map.of(name, CANARY + base64.replace("\n", "")));
            all.add(Map.of(name, PEM));
        }
        all.add(Map.of("iamsmart.client-secret[0]", CANARY, "iamsmart.client-secret", ""));
        all.add(Map.of("iamsmart.public-url", "https://user:" + CANARY + "@permits.example.gov.hk"));
        all.add(Map.of("iamsmart.kek.location", "base64:" + CANARY + "!"));
        return all.stream();
    }

    /** Neither what is printed at the end of a failed start, nor what a debug log shows of it. */
    @ParameterizedTest
    @MethodSource("misplaced")
    void aSecretThatCannotBeUsedIsNotShown(Map<String, String> properties) {
        String secret = PEM.replaceAll("-----[^\n]*\n", "").substring(80, 110);
        Runners.web()
                .withPropertyValues(
                        "iamsmart.environment=ite",
                        "iamsmart.client-id=starter-client",
                        "iamsmart.client-secret=" + Runners.SECRET,
                        (properties.containsKey("iamsmart.kek") ? "other=" : "iamsmart.kek.location=")
                                + TestKeys.inline(),
                        "iamsmart.public-url=https://permits.example.gov.hk")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("pasted", Map.copyOf(properties))))
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    assertThat(analysed(failure)).isNotEmpty().doesNotContain(CANARY, secret);
                });
    }

    private static String analysed(Throwable failure) {
        for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, problem) -> {})) {
            FailureAnalysis analysis = analyzer.analyze(failure);
            if (analysis != null) {
                StringWriter trace = new StringWriter();
                if (analysis.getCause() != null) {
                    analysis.getCause().printStackTrace(new PrintWriter(trace));
                }
                return analysis.getDescription() + "\n\n" + analysis.getAction() + "\n\n" + trace;
            }
        }
        return "";
    }

    @Test
    void aCertificateThatIsNoneIsNotShown(@TempDir Path folder) {
        application
                .withPropertyValues(
                        "iamsmart.kek.location=" + TestKeys.pemKey(folder),
                        "iamsmart.kek.certificate-location=" + CANARY.repeat(3).replace("-", ""))
                .run(context -> assertThat(analysed(context.getStartupFailure()))
                        .contains("iamsmart.kek.certificate-location is not the name of a file")
                        .doesNotContain(CANARY.replace("-", "")));
    }

    @Test
    void aPropertyThatIsNoSecretIsShownAsEver() {
        application
                .withPropertyValues("iamsmart.kek.location=" + TestKeys.inline(), "iamsmart.read-timeout=soon")
                .run(context ->
                        assertThat(analysed(context.getStartupFailure())).contains("read-timeout", "soon"));
    }

    @Test
    void noSecretIsInTheTextOfTheProperties() {
        IamSmartProperties properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "iamsmart.kek.location",
                                PEM.replaceAll("-----[^\n]*\n", "").replace("\n", ""),
                        "iamsmart.kek.key-password", CANARY,
                        "iamsmart.trust-store.location", CANARY.repeat(4).replace("-", ""))))
                .bind("iamsmart", IamSmartProperties.class)
                .get();

        assertThat(properties.toString()).doesNotContain(CANARY, CANARY.replace("-", ""), PEM.substring(100, 120));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:"})
    void aDirectoryIsNamed(String scheme, @TempDir Path folder) {
        application
                .withPropertyValues("iamsmart.kek.location=" + scheme + folder)
                .run(context -> assertThat(analysed(context.getStartupFailure()))
                        .contains(
                                "iamsmart.kek.location points to", folder.toString(), "which is a directory", "in it"));
    }

    /** As JDK 17 says it of Chinese characters under a POSIX locale. */
    @Test
    void aNameThatTheMachineCannotUseIsExplained() {
        application
                .withPropertyValues("iamsmart.kek.location=keys/kek\0.pem")
                .run(context -> assertThat(analysed(context.getStartupFailure()))
                        .contains("iamsmart.kek.location is keys/kek", "cannot use as the name", "LC_ALL=C.UTF-8"));
    }

    @Test
    void aLongNameOfAFileThatIsMissingIsNamed(@TempDir Path folder) {
        String file = folder.resolve("key-encryption-key-of-the-permit-office").toString();

        application
                .withPropertyValues("iamsmart.kek.location=" + file)
                .run(context ->
                        assertThat(analysed(context.getStartupFailure())).contains(file, "cannot be read"));
    }

    @Test
    void theKeyInAJksFileMayHaveAPasswordOfItsOwn(@TempDir Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("kek", TestKeys.pair().getPrivate(), CANARY.toCharArray(), new Certificate[] {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(Files.newInputStream(TestKeys.pemCertificate(folder)))
        });
        Path file = folder.resolve("kek.jks");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, TestKeys.PASSWORD.toCharArray());
        }
        ApplicationContextRunner configured = application.withPropertyValues(
                "iamsmart.kek.location=" + file, "iamsmart.kek.password=" + TestKeys.PASSWORD);

        configured
                .withPropertyValues("iamsmart.kek.key-password=" + CANARY)
                .run(context -> assertThat(context).hasSingleBean(IamSmartClient.class));
        configured.run(context -> assertThat(analysed(context.getStartupFailure()))
                .contains("A key in a JKS may have a password of its own", "key-password: "));
    }
}
