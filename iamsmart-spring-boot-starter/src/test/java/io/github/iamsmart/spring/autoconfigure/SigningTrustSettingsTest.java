package io.github.iamsmart.spring.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SigningDetails;
import io.github.iamsmart.signing.verification.Check;
import io.github.iamsmart.signing.verification.ExpectedSignature;
import io.github.iamsmart.signing.verification.RevocationSource;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.signing.verification.SignerIdentity;
import io.github.iamsmart.signing.verification.Verdict;
import io.github.iamsmart.signing.verification.VerificationReport;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** Whom an application trusts to have signed, by its properties alone. */
@ExtendWith(OutputCaptureExtension.class)
class SigningTrustSettingsTest {

    private static final URI REDIRECT = URI.create("https://permits.example.org/signed");
    private static final String ANCHORS = "iamsmart.signing.trust-anchors=";
    private static final String INTERMEDIATES = "iamsmart.signing.intermediates=";
    private static final HashSigningRequest REQUEST = new HashSigningRequest(
            DocumentDigest.of("a permit".getBytes(UTF_8)),
            SigningDetails.builder().signer(Hkic.ofIdentification("B000002")).build());

    @TempDir
    static Path folder;

    private static IamSmartSimulator elsewhere;

    private final ApplicationContextRunner embedded = Runners.plain().withPropertyValues("iamsmart.simulator.port=0");
    private final ApplicationContextRunner real = Runners.plain().withPropertyValues(Runners.client());

    @BeforeAll
    static void write() throws IOException, CertificateException {
        elsewhere = IamSmartSimulator.start();
        X509Certificate root = certificate(elsewhere.signingRootPem());
        X509Certificate intermediate = certificate(elsewhere.signingIntermediatePem());
        Files.writeString(folder.resolve("root.pem"), elsewhere.signingRootPem());
        Files.writeString(folder.resolve("intermediate.pem"), elsewhere.signingIntermediatePem());
        Files.writeString(
                folder.resolve("both.pem"),
                "A text before it.\n" + elsewhere.signingRootPem() + elsewhere.signingIntermediatePem());
        Files.write(folder.resolve("root.cer"), root.getEncoded());
        Files.write(folder.resolve("intermediate.cer"), intermediate.getEncoded());
        Files.write(
                folder.resolve("both.p7b"),
                CertificateFactory.getInstance("X.509")
                        .generateCertPath(List.of(intermediate, root))
                        .getEncoded("PKCS7"));
        Files.createFile(folder.resolve("empty.pem"));
        Files.writeString(folder.resolve("garbage.pem"), "garbage");
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        Files.copy(TestKeys.pemKey(folder), folder.resolve("key.pem"));
        Files.writeString(folder.resolve("service.pem"), elsewhere.signingRootPem() + TestKeys.certificatePem());
        Files.copy(TestKeys.keyStore(folder, "PKCS12", "kek"), folder.resolve("store.p12"));
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
    }

    private static X509Certificate certificate(String pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8)));
    }

    private static String file(String name) {
        return "file:" + folder.resolve(name);
    }

    /** Signs at the gateway of an application, and verifies as the application does. */
    private static VerificationReport signed(ApplicationContext application, IamSmartSimulator simulator) {
        IamSmartClient client = application.getBean(IamSmartClient.class);
        simulator.addRedirectUri(client.clientId(), REDIRECT);
        RequestOptions options = RequestOptions.builder().redirectUri(REDIRECT).build();
        String ticket = client.signing().initiateAnonymousHash(REQUEST, options).ticketId();
        String back = simulator.approve(ticket, "plus").redirect().orElseThrow().getRawQuery();
        RequestOutcome<HashSigningResult> outcome = client.signing()
                .completeAnonymousHash(client.signIn().parseRedirect(back), options.businessId(), options.state());
        HashSigningResult result = ((RequestOutcome.Completed<HashSigningResult>) outcome).result();
        return application.getBean(SignatureVerifier.class).verify(result, ExpectedSignature.of(REQUEST));
    }

    private static Verdict verdict(VerificationReport report, Check check) {
        return report.finding(check).orElseThrow().verdict();
    }

    private static ApplicationContextRunner ofSimulatorElsewhere() {
        ClientRegistration registration =
                ClientRegistration.withGeneratedSecret(TestKeys.pair().getPublic());
        elsewhere.register(registration);
        return Runners.plain()
                .withPropertyValues(
                        "iamsmart.environment=simulator",
                        "iamsmart.base-url=" + elsewhere.baseUrl(),
                        "iamsmart.client-id=" + registration.clientId(),
                        "iamsmart.client-secret=" + registration.clientSecret(),
                        "iamsmart.kek.location=" + TestKeys.inline());
    }

    @Test
    void theSimulatorInsideTheApplicationIsTrustedByItself() {
        embedded.run(context -> {
            VerificationReport report = signed(context, context.getBean(IamSmartSimulator.class));

            assertThat(report.passed()).as(report.toString()).isTrue();
            assertThat(verdict(report, Check.REVOCATION)).isEqualTo(Verdict.SKIPPED);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-fail", "hard-fail"})
    void itsListsOfRevokedCertificatesAreAskedAsOfItsOwnTime(String revocation) {
        embedded.withPropertyValues("iamsmart.signing.revocation=" + revocation).run(context -> {
            IamSmartSimulator simulator = context.getBean(IamSmartSimulator.class);
            simulator.advance(Duration.ofDays(30));

            VerificationReport report = signed(context, simulator);

            assertThat(verdict(report, Check.REVOCATION)).as(report.toString()).isEqualTo(Verdict.PASSED);
        });
    }

    /** YAML reads the word off as false. */
    @ParameterizedTest
    @ValueSource(strings = {"off", "false"})
    void revokedCertificatesAreNotLookedForWhereThatIsOff(String revocation) {
        embedded.withPropertyValues("iamsmart.signing.revocation=" + revocation)
                .run(context -> assertThat(
                                verdict(signed(context, context.getBean(IamSmartSimulator.class)), Check.REVOCATION))
                        .isEqualTo(Verdict.SKIPPED));
    }

    @Test
    void nobodyIsTrustedBesideARealGateway() {
        real.run(context -> assertThat(
                        context.getBeanProvider(SignatureVerifier.class).getIfAvailable())
                .isNull());
        real.withBean(Signatures.class)
                .run(context -> assertThat(FailedStartTest.analysed(context.getStartupFailure()))
                        .contains("iamsmart.signing.trust-anchors is missing")
                        .contains("    iamsmart:\n      signing:\n        trust-anchors: file:root.pem"));
    }

    record Signatures(SignatureVerifier verifier) {}

    @Test
    void aSimulatorElsewhereIsNotTrustedByItself() {
        ofSimulatorElsewhere()
                .run(context -> assertThat(
                                context.getBeanProvider(SignatureVerifier.class).getIfAvailable())
                        .isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "root.pem, intermediate.pem",
        "root.cer, intermediate.cer",
        "root.pem, both.p7b",
        "both.pem, ",
        "both.p7b, ",
    })
    void readsFilesOfEveryForm(String anchors, String intermediates) {
        ofSimulatorElsewhere()
                .withPropertyValues(
                        ANCHORS + file(anchors), INTERMEDIATES + (intermediates == null ? "" : file(intermediates)))
                .run(context -> assertThat(signed(context, elsewhere).passed()).isTrue());
    }

    @Test
    void readsSeveralFilesAndTextsInPlaceOfFiles() {
        ofSimulatorElsewhere()
                .withPropertyValues(
                        ANCHORS + file("root.cer") + "," + file("root.pem"),
                        INTERMEDIATES + elsewhere.signingIntermediatePem())
                .run(context -> assertThat(signed(context, elsewhere).passed()).isTrue());
    }

    @Test
    void readsThemFromASimulatorElsewhere() {
        ofSimulatorElsewhere()
                .withPropertyValues(
                        ANCHORS + elsewhere.baseUrl() + "/control/ca",
                        INTERMEDIATES + elsewhere.baseUrl() + "/ca/intermediate")
                .run(context -> assertThat(signed(context, elsewhere).passed()).isTrue());
    }

    @Test
    void whoIsNamedIsTrustedAloneAlsoBesideTheSimulatorInside(CapturedOutput output) {
        embedded.withPropertyValues(ANCHORS + file("root.pem")).run(context -> {
            VerificationReport report = signed(context, context.getBean(IamSmartSimulator.class));

            assertThat(verdict(report, Check.CERTIFICATE_PATH)).isEqualTo(Verdict.FAILED);
            assertThat(output).contains("not trusted, as iamsmart.signing.trust-anchors names others");
        });
    }

    @Test
    void aSourceOfTheApplicationIsAskedAboutRevokedCertificates() {
        for (String mode : List.of("off", "soft-fail", "hard-fail")) {
            embedded.withPropertyValues("iamsmart.signing.revocation=" + mode)
                    .withBean(RevocationSource.class, () -> new RevocationSource() {}) // knows nothing
                    .run(context -> {
                        VerificationReport report = signed(context, context.getBean(IamSmartSimulator.class));
                        assertThat(report.passed()).as(mode).isEqualTo(!mode.equals("hard-fail"));
                    });
        }
    }

    @Test
    void saysThatASourceIsNotAsked(CapturedOutput output) {
        embedded.withBean(RevocationSource.class, () -> RevocationSource.NETWORK)
                .run(context -> assertThat(output).contains("iamsmart.signing.revocation is off"));
    }

    @Test
    void theApplicationFindsOutWhoASignerIs() {
        embedded.withBean(SignerIdentity.class, () -> certificate -> Optional.of("somebody else"))
                .run(context -> assertThat(
                                verdict(signed(context, context.getBean(IamSmartSimulator.class)), Check.HKIC))
                        .isEqualTo(Verdict.FAILED));
    }

    @Test
    void aVerifierOfTheApplicationTakesItsPlace(CapturedOutput output) throws CertificateException {
        SignatureVerifier own = SignatureVerifier.builder()
                .trustAnchors(List.of(certificate(elsewhere.signingRootPem())))
                .build();

        real.withBean(SignatureVerifier.class, () -> own)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("is not used");

        real.withBean(SignatureVerifier.class, () -> own)
                .withPropertyValues(ANCHORS + "file:missing.pem")
                .run(context ->
                        assertThat(context.getBean(SignatureVerifier.class)).isSameAs(own));
        assertThat(output).contains("iamsmart.signing.trust-anchors is not used");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trust-anchors | missing.pem | iamsmart.signing.trust-anchors points to | Put the file there",
                "trust-anchors | empty.pem | which is empty | iamsmart.signing.trust-anchors",
                "trust-anchors | garbage.pem | cannot be used: it holds | trust-anchors: file:first.pem, file:second.pem",
                "trust-anchors | broken.pem | cannot be used: it holds something that is not a certificate | file:first.pem",
                "trust-anchors | key.pem | it holds a private key, which this application must not have | file:first.pem",
                "trust-anchors | store.p12 | cannot be used: it holds | file:first.pem",
                "trust-anchors | service.pem | certificate (number 2) that is not that of a certification authority | file:first.pem",
                "intermediates | missing.pem | iamsmart.signing.intermediates points to | Put the file there",
                "intermediates | garbage.pem | iamsmart.signing.intermediates (file: | intermediates: file:first.pem, file:second.pem",
            })
    void refusesABadFileByTheNameOfItsProperty(String property, String name, String problem, String action) {
        String good = property.equals("trust-anchors") ? "intermediates" : "trust-anchors";
        real.withPropertyValues(
                        "iamsmart.signing." + good + "=" + file("root.pem"),
                        "iamsmart.signing." + property + "=" + file(name))
                .run(context -> assertThat(FailedStartTest.analysed(context.getStartupFailure()))
                        .contains(problem, action)
                        .doesNotContain("PRIVATE KEY"));
    }

    @Test
    void refusesCertificatesBetweenWithoutARoot() {
        real.withPropertyValues(INTERMEDIATES + file("intermediate.pem"))
                .run(context -> assertThat(FailedStartTest.analysed(context.getStartupFailure()))
                        .contains("iamsmart.signing.intermediates is set, but not iamsmart.signing.trust-anchors")
                        .contains("trust-anchors: file:root.pem"));
    }

    @Test
    void refusesARootThatComesByPlainHttp() {
        real.withPropertyValues(ANCHORS + "http://user:canary@certificates.example.hk/root.cer")
                .run(context -> assertThat(FailedStartTest.analysed(context.getStartupFailure()))
                        .contains("http://***@certificates.example.hk/root.cer, which comes by plain http")
                        .contains("trust-anchors: file:root.pem")
                        .doesNotContain("canary"));
    }

    @Test
    void saysThatAnAddressGivesNoFile() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start(); // answers 404
        try {
            real.withPropertyValues(
                            ANCHORS + "http://127.0.0.1:" + server.getAddress().getPort() + "/root.cer")
                    .run(context -> assertThat(context.getStartupFailure())
                            .hasStackTraceContaining("iamsmart.signing.trust-anchors points to http://127.0.0.1:")
                            .hasStackTraceContaining(IamSmartPropertyException.class.getName()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesAValueThatIsNotSet() {
        real.withPropertyValues(ANCHORS + "${NOT_SET_ANYWHERE}")
                .run(context -> assertThat(FailedStartTest.analysed(context.getStartupFailure()))
                        .contains("iamsmart.signing.trust-anchors is ${NOT_SET_ANYWHERE}"));
    }

    @Test
    void anEmptyValueIsNone() {
        real.withPropertyValues(ANCHORS, INTERMEDIATES)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .satisfies(application -> assertThat(application
                                        .getBeanProvider(SignatureVerifier.class)
                                        .getIfAvailable())
                                .isNull()));
    }

    @Test
    void whatIsNotThereIsNotThereForSpring() {
        real.run(context -> assertThatThrownBy(() -> context.getBean(SignatureVerifier.class))
                .isInstanceOf(NoSuchBeanDefinitionException.class));
    }
}
