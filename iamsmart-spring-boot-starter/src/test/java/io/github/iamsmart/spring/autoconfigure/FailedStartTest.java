package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What somebody reads whose application does not start. */
class FailedStartTest {

    private final ApplicationContextRunner real = Runners.plain().withPropertyValues(Runners.client());

    private static String analysed(AbstractApplicationContextRunner<?, ?, ?> runner) {
        AtomicReference<String> text = new AtomicReference<>("the application started");
        runner.run(context -> {
            if (context.getStartupFailure() != null) {
                text.set(analysed(context.getStartupFailure()));
            }
        });
        assertThat(text.get())
                .doesNotContain(Runners.SECRET, TestKeys.PASSWORD, TestKeys.inline(), "canary", "can ary");
        return text.get();
    }

    /** As Spring Boot does, with the analyzers that this jar registers. */
    static String analysed(Throwable failure) {
        for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, problem) -> {})) {
            if (analyzer.getClass().getPackageName().startsWith("io.github.iamsmart")) {
                FailureAnalysis analysis = analyzer.analyze(failure);
                if (analysis != null) {
                    return analysis.getDescription() + "\n\n" + analysis.getAction();
                }
            }
        }
        return "not analysed: " + failure;
    }

    @Test
    void printsEveryLineThatIsMissing() {
        assertThat(analysed(Runners.withoutSimulator()))
                .contains("iamsmart.environment, iamsmart.client-id, iamsmart.client-secret")
                .contains("""
                    iamsmart:
                      environment: ite    # or: production
                      client-id: <client ID of the Self-Service Portal>
                      client-secret: <client secret of the Self-Service Portal>
                      kek:
                        location: file:kek.p12    # key pair of the encipherment certificate
                        password: <password of that file>
                      public-url: https://permits.example.gov.hk    # where browsers reach this application
                """)
                .contains("<artifactId>iamsmart-simulator</artifactId>");
    }

    @Test
    void printsOnlyTheLinesThatAreMissing() {
        assertThat(analysed(Runners.plain()
                        .withPropertyValues(
                                "iamsmart.environment=ite",
                                "iamsmart.client-id=starter-client",
                                "iamsmart.kek.location=" + TestKeys.inline(),
                                "iamsmart.public-url=https://permits.example.gov.hk")))
                .contains("iamsmart.client-secret is missing")
                .contains("    iamsmart:\n      client-secret: <client secret of the Self-Service Portal>\n")
                .doesNotContain("client-id:", "location:", "public-url:", "iamsmart-simulator");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iamsmart.environment=prod | iamsmart.environment is 'prod' | Write ite, production or simulator",
                "iamsmart.base-url=gateway | iamsmart.base-url is 'gateway' | base-url: https://",
                "iamsmart.base-url=https://a b | not an absolute http or https URL | base-url: https://",
                "iamsmart.browser-base-url=pages | iamsmart.browser-base-url is 'pages' | browser-base-url: https://",
                "iamsmart.business-id-in-get-result.hash-signing=true | iamsmart.business-id-in-get-result.hash-signing: There is no anonymous kind of request 'hash-signing' | one of the names above",
                "iamsmart.own-app-path-prefix=appv1 | iamsmart.own-app-path-prefix is 'appv1' | own-app-path-prefix: /api/appv1",
                "iamsmart.client-secret=${NOT_SET_ANYWHERE} | iamsmart.client-secret is ${NOT_SET_ANYWHERE} | variable NOT_SET_ANYWHERE",
                "iamsmart.kek.location=file:/nowhere/kek.p12 | iamsmart.kek.location points to file:/nowhere/kek.p12, which cannot be read | correct iamsmart.kek.location",
                "iamsmart.kek.location=base64:### | iamsmart.kek.location is not well-formed: what follows base64: is not Base64 | Write a file name",
                "iamsmart.kek.location=base64:AAAA | iamsmart.kek (base64:******) cannot be used | type: PKCS12",
                "iamsmart.kek.type=DER | iamsmart.kek.type is not the name of a format | PKCS12, JKS or PEM",
                "iamsmart.connect-timeout=0s | iamsmart.connect-timeout is PT0S | connect-timeout: 10s",
                "iamsmart.proxy.host=proxy.example.org,iamsmart.proxy.port=0 | iamsmart.proxy.port is 0 | port: 3128",
                "iamsmart.proxy.host=http://proxy:3128 | iamsmart.proxy.host is 'http://proxy:3128' | host: proxy",
                "iamsmart.proxy.host=http://proxy:3128 | not a host name or an address alone | port: 3128",
                "iamsmart.proxy.host=proxy.example.org:81 | iamsmart.proxy.host is 'proxy.example.org:81' | port: 81",
                "iamsmart.proxy.host=http://user:canary@proxy:81/ | 'http://***@proxy:81/' | username: <user name>",
                "iamsmart.proxy.host=a proxy | iamsmart.proxy.host is 'a proxy' | host: proxy.example.org",
                "iamsmart.proxy.host=代理 | iamsmart.proxy.host is '代理' | host: proxy.example.org",
                "iamsmart.proxy.port=3128 | iamsmart.proxy.port is set, but not iamsmart.proxy.host | host: proxy.example.org",
                "iamsmart.proxy.username=user | iamsmart.proxy.username is set, but not iamsmart.proxy.host | host: proxy",
                "iamsmart.proxy.password=canary | iamsmart.proxy.password is set, but not iamsmart.proxy.host | host: proxy",
                "iamsmart.proxy.host=proxy,iamsmart.proxy.username=user | username is set, but not iamsmart.proxy.password | password: ${",
                "iamsmart.proxy.host=proxy,iamsmart.proxy.password=canary | password is set, but not iamsmart.proxy.username | username: <",
                "iamsmart.proxy.host=proxy,iamsmart.proxy.username=a:b,iamsmart.proxy.password=canary | have a colon | password: ${",
                "iamsmart.proxy.password=${NOT_SET_ANYWHERE} | iamsmart.proxy.password is ${NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
                "iamsmart.keep-alive=-1s | iamsmart.keep-alive is PT-1S | keep-alive: 1s",
                "iamsmart.timestamp-tolerance=2d | iamsmart.timestamp-tolerance is PT48H | timestamp-tolerance: 1s",
                "iamsmart.base-url=https://網關.example | punycode, xn--zf0aw80c.example | base-url: https://",
                "iamsmart.base-url=https://user:canary@gateway.example | 'https://***@gateway.example' | base-url: https://",
                "iamsmart.base-url=https://user:canary@網關.example | must not contain a user name or password | base-url: https://",
                "iamsmart.base-url=https://user:can ary@gateway.example | 'https://***@gateway.example' | base-url: https://",
                "iamsmart.base-url=user:canary@gateway.example | '***@gateway.example' | base-url: https://",
                "iamsmart.base-url=https://gateway.example?token=canary | must have no query | base-url: https://",
                "iamsmart.base-url=https://gate way.example?token=canary | 'https://gate way.example?…' | base-url: https://",
                "iamsmart.base-url=https://gateway.example:70000 | has no valid port | base-url: https://",
                "iamsmart.base-url=gateway.example | does not begin with https:// | base-url: https://",
                "iamsmart.paths.get-token=getToken | iamsmart.paths.get-token is 'getToken' | get-token: /api/v1/auth/getToken",
                "iamsmart.trust-store.location=classpath:logback-test.xml | iamsmart.trust-store (classpath:logback-test.xml) cannot be used | its password",
                "iamsmart.environment=simulator | iamsmart.client-id is set, but not where the simulator is | base-url: http://127.0.0.1:8090",
            })
    void saysWhatIsWrongAndWhatToWrite(String properties, String problem, String action) {
        assertThat(analysed(real.withPropertyValues(properties.split(",")))).contains(problem, action);
    }

    @Test
    void namesTheFileButNotThePasswordThatIsWrong(@TempDir Path folder) {
        Path file = TestKeys.keyStore(folder, "PKCS12", "kek");

        assertThat(analysed(real.withPropertyValues(
                        "iamsmart.kek.location=" + file, "iamsmart.kek.password=not-" + TestKeys.PASSWORD)))
                .contains("iamsmart.kek (" + file + ") cannot be used", "password", "location: " + file);
    }

    @Test
    void saysThatAFileIsEmpty(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("empty.p12"));

        assertThat(analysed(real.withPropertyValues("iamsmart.kek.location=" + file)))
                .contains("which is empty");
    }

    @ParameterizedTest
    @CsvSource({"ite", "production", "PRODUCTION"})
    void refusesTheSimulatorBesideARealGateway(String environment) {
        assertThat(analysed(Runners.plain()
                        .withPropertyValues("iamsmart.environment=" + environment, "iamsmart.simulator.enabled=true")))
                .contains(
                        "iamsmart.simulator.enabled is true, but iamsmart.environment is " + environment.toLowerCase())
                .contains("remove iamsmart.simulator.enabled");
    }

    @Test
    void refusesTheSimulatorBesideARealClient() {
        assertThat(analysed(Runners.plain()
                        .withPropertyValues("iamsmart.client-id=starter-client", "iamsmart.simulator.enabled=true")))
                .contains("iamsmart.client-id names a client of a gateway");
    }

    @Test
    void saysHowToGetTheSimulatorThatIsAskedFor() {
        assertThat(analysed(Runners.withoutSimulator().withPropertyValues("iamsmart.environment=simulator")))
                .contains("iamsmart-simulator is not on the class path")
                .contains("<artifactId>iamsmart-simulator</artifactId>", "<version>", "<optional>true</optional>")
                .doesNotContain("<scope>test</scope>");
    }

    @Test
    void saysWhyAClassOfTheSimulatorIsMissing() {
        assertThat(analysed(new IllegalStateException(
                        new NoClassDefFoundError("io/github/iamsmart/simulator/IamSmartSimulator"))))
                .contains("iamsmart-simulator is not on the class path, but a bean of this application")
                .contains("<includeOptional>true</includeOptional>", "<optional>true</optional>", "<version>");
        assertThat(analysed(new NoClassDefFoundError("org/example/Other"))).contains("not analysed");
    }

    @Test
    void asksForThePublicUrlOfAWebApplication() {
        assertThat(analysed(Runners.web().withPropertyValues(Runners.client())))
                .contains("iamsmart.public-url is missing")
                .contains("    iamsmart:\n      public-url: https://permits.example.gov.hk\n");
    }

    @ParameterizedTest
    @CsvSource({
        "path-prefix=iamsmart, iamsmart.path-prefix is 'iamsmart', path-prefix: /iamsmart",
        "path-prefix=/, iamsmart.path-prefix is '/', path-prefix: /iamsmart",
        "path-prefix=/iamsmart/, must begin with a slash and not end with one, path-prefix: /iamsmart",
        "path-prefix=/*, no wildcard, path-prefix: /iamsmart",
        "sign-in.success-url=home, iamsmart.sign-in.success-url is 'home', success-url: /home",
        "sign-in.success-url=//elsewhere, neither a path nor a URL, success-url: /home",
        "sign-in.failure-url=javascript:alert(1), neither a path nor a URL, failure-url: /home",
        "sign-in.state-lifetime=0s, iamsmart.sign-in.state-lifetime is PT0S, state-lifetime: 20m",
    })
    void checksTheSettingsOfTheEndpointsAndOfSignIn(String property, String problem, String action) {
        assertThat(analysed(Runners.web()
                        .withPropertyValues(Runners.client())
                        .withPropertyValues(
                                "iamsmart.public-url=https://permits.example.gov.hk", "iamsmart." + property)))
                .contains(problem.replace("slash and not", "slash, not"), action);
    }

    @ParameterizedTest
    @CsvSource({
        "iamsmart.sign-in.path-prefix, /eid, iamsmart.path-prefix",
        "iamsmart.requests.bulk-capacity, 1MB, iamsmart.requests.part-capacity",
    })
    void namesTheNewNameOfAPropertyThatIsRenamed(String before, String value, String now) {
        assertThat(analysed(real.withPropertyValues(before + "=" + value)))
                .contains(before + " is set, which is now called " + now + ".", "remove " + before);
    }

    @ParameterizedTest
    @CsvSource({
        "iamsmart.paths.get-tokn, /api/v1/auth/getToken, get-token",
        "iamsmart.app-links.pdf-singing, pdf-sign, pdf-signing",
        "iamsmart.app-links.get-token, token, ", // a call of the gateway and no screen
    })
    void namesThePropertyWhoseNameTheClientDoesNotKnow(String property, String value, String nearest) {
        String name = property.substring(property.lastIndexOf('.') + 1);

        assertThat(analysed(real.withPropertyValues(property + "=" + value)))
                .contains(property + ": There is no ", "'" + name + "'", "The names are ")
                .contains(nearest == null ? "if it belongs to a flow of your own" : "did you mean '" + nearest + "'");
    }

    @Test
    void analysesTheClientsOwnComplaints() {
        assertThat(analysed(new IllegalStateException(new ConfigurationException("clientId is missing: set it."))))
                .contains("The iAM Smart client cannot be made: clientId is missing: set it.");
    }
}
