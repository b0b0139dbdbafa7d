package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A KEK in an SSL bundle, in files that are replaced while the application runs. */
@Timeout(120)
class BundleKekTest {

    private static final String PATH = "/api/v1/account/eme/initiateRequest";

    @TempDir
    Path folder;

    private final KeyPair first = TestKeys.pair();
    private final KeyPair second = TestKeys.another();
    private final IamSmartSimulator gateway = IamSmartSimulator.start();
    private final ClientRegistration registration = ClientRegistration.withGeneratedSecret(first.getPublic());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void begin() {
        gateway.register(registration);
        TestKeys.pemBundle(folder, first);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void end() {
        logger().detachAppender(log);
        gateway.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("io.github.iamsmart.spring.internal.keys");
    }

    private ApplicationContextRunner application() {
        return Runners.plain()
                .withPropertyValues(
                        "iamsmart.environment=simulator",
                        "iamsmart.base-url=" + gateway.baseUrl(),
                        "iamsmart.client-id=" + registration.clientId(),
                        "iamsmart.client-secret=" + registration.clientSecret(),
                        "iamsmart.kek.bundle=kek",
                        "spring.ssl.bundle.watch.file.quiet-period=50ms",
                        "spring.ssl.bundle.pem.kek.reload-on-update=true",
                        "spring.ssl.bundle.pem.kek.keystore.private-key=file:" + folder.resolve("kek.key"),
                        "spring.ssl.bundle.pem.kek.keystore.certificate=file:" + folder.resolve("kek.crt"));
    }

    /** The gateway opens the body before it looks for what is missing in it. */
    private static void requireThatACallIsUnderstood(IamSmartClient client) {
        try {
            client.call(PATH, Map.of("nothing", "known"), String.class);
        } catch (GatewayException e) {
            assertThat(e.code().toString())
                    .as("a parameter is missing, so the body was opened")
                    .startsWith("D2000");
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("It did not come about.");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void takesTheNewKeyPairOfTheFilesAndFailsNoCallInBetween() {
        application().run(context -> {
            IamSmartClient client = context.getBean(IamSmartClient.class);
            requireThatACallIsUnderstood(client);

            TestKeys.pemBundle(folder, second);
            await(() -> {
                requireThatACallIsUnderstood(client);
                return client.health().kekCertificates().size() == 2;
            });
            gateway.uploadKek(registration.clientId(), second.getPublic());
            requireThatACallIsUnderstood(client);
            gateway.revokeCek(registration.clientId());

            requireThatACallIsUnderstood(client);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .filteredOn(text -> text.contains("The KEK was replaced from iamsmart.kek.bundle"))
                    .hasSize(1);
        });
    }

    @Test
    void keepsOneKeyPairBesideTheCurrentOne() {
        application().run(context -> {
            IamSmartClient client = context.getBean(IamSmartClient.class);
            DefaultSslBundleRegistry bundles = context.getBean(DefaultSslBundleRegistry.class);
            bundles.updateBundle("kek", bundle(second));
            bundles.updateBundle("kek", bundle(TestKeys.another()));

            assertThat(client.health().kekCertificates()).hasSize(2);
            bundles.updateBundle("kek", bundle(first));
            requireThatACallIsUnderstood(client);
        });
    }

    @Test
    void keepsTheOldKeyPairWhereTheNewOneIsBroken() {
        application().run(context -> {
            IamSmartClient client = context.getBean(IamSmartClient.class);
            DefaultSslBundleRegistry bundles = context.getBean(DefaultSslBundleRegistry.class);

            bundles.updateBundle("kek", SslBundle.of(SslStoreBundle.NONE));

            assertThat(client.health().kekCertificates()).hasSize(1);
            requireThatACallIsUnderstood(client);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(text -> text.contains("The new KEK of iamsmart.kek.bundle cannot be used"));
        });
    }

    private SslBundle bundle(KeyPair pair) throws Exception {
        Path other = Files.createTempDirectory(folder, "bundle");
        TestKeys.pemBundle(other, pair);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var stream = Files.newInputStream(other.resolve("kek.crt"))) {
            store.setKeyEntry("ssl", pair.getPrivate(), new char[0], new Certificate[] {
                CertificateFactory.getInstance("X.509").generateCertificate(stream)
            });
        }
        return SslBundle.of(SslStoreBundle.of(store, "", null));
    }

    @Test
    void refusesABundleThatIsNotThere() {
        application()
                .withPropertyValues("iamsmart.kek.bundle=other")
                .run(context ->
                        assertThat(context).getFailure().rootCause().message().contains("other"));
    }

    @Test
    void refusesABundleBesideALocation() {
        application()
                .withPropertyValues("iamsmart.kek.location=" + TestKeys.inline())
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IamSmartPropertyException.class)
                        .hasMessageContaining("iamsmart.kek.location and iamsmart.kek.bundle are both set"));
    }
}
