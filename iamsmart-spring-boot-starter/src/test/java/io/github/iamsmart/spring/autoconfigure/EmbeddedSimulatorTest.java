package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.simulator.EmbeddedSimulatorConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class EmbeddedSimulatorTest {

    private final ApplicationContextRunner runner = Runners.plain().withPropertyValues("iamsmart.simulator.port=0");

    @Test
    void startsWhereNothingIsConfigured() {
        runner.run(context -> {
            IamSmartSimulator simulator = context.getBean(IamSmartSimulator.class);
            assertThat(context.getBean(IamSmartClient.class).environment().baseUrl())
                    .isEqualTo(simulator.baseUrl());
            assertThat(context.getBean(IamSmartConnectionDetails.class).simulated())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iamsmart.environment=simulator",
                "iamsmart.environment=Simulator",
                "iamsmart.simulator.enabled=true",
                "iamsmart.simulator.enabled=on",
                "iamsmart.public-url=http://localhost:8080",
                "iamsmart.language=zh-HK"
            })
    void startsWhereOnlyTheSimulatorIsConfigured(String property) {
        runner.withPropertyValues(property).run(context -> assertThat(context).hasSingleBean(IamSmartSimulator.class));
    }

    @Test
    void thePhoneCallsTheApplicationByItsName() {
        runner.withPropertyValues("spring.application.name=Harbour Market")
                .run(context -> assertThat(nameInTheSimulator(context)).isEqualTo("Harbour Market"));
        runner.withPropertyValues("spring.application.name=")
                .run(context -> assertThat(nameInTheSimulator(context))
                        .isEqualTo(
                                context.getBean(IamSmartConnectionDetails.class).clientId()));
    }

    @Test
    void aNameThatTheSimulatorWouldRefuseKeepsNothingFromStarting() {
        runner.withPropertyValues("spring.application.name=" + "🏮".repeat(80) + "\u0007")
                .run(context -> assertThat(nameInTheSimulator(context)).isEqualTo("🏮".repeat(50)));
        runner.withPropertyValues("spring.application.name=a" + "🏮".repeat(80))
                .run(context -> assertThat(nameInTheSimulator(context)).isEqualTo("a" + "🏮".repeat(49)));
    }

    private static String nameInTheSimulator(ApplicationContext context) {
        return context.getBean(IamSmartSimulator.class).registrations().get(0).nameIn("en");
    }

    @Test
    void startsBehindAPublicUrlIfItIsNamed() {
        runner.withPropertyValues("iamsmart.environment=simulator", "iamsmart.public-url=https://dev.example.org")
                .run(context -> assertThat(context).hasSingleBean(IamSmartSimulator.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iamsmart.environment=ite",
                "iamsmart.environment=production",
                "iamsmart.environment=prod",
                "iamsmart.client-id=starter-client",
                "iamsmart.client-secret=" + Runners.SECRET,
                "iamsmart.kek.location=file:kek.p12",
                "iamsmart.base-url=https://gateway.example.org",
                "iamsmart.public-url=https://permits.example.gov.hk",
                "iamsmart.kek.password=kek-password",
                "iamsmart.browser-base-url=https://gateway.example.org",
                "iamsmart.simulator.enabled=false",
                "iamsmart.simulator.enabled=FALSE",
                "iamsmart.simulator.enabled=off",
                "iamsmart.simulator.enabled=no",
                "iamsmart.simulator.enabled=0"
            })
    void stopsTheStartWhereAConfigurationIsIncomplete(String property) {
        runner.withPropertyValues(property).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(IamSmartPropertyException.class);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iamsmart.environment=production",
                "iamsmart.client-id=starter-client",
                "iamsmart.client-secret=" + Runners.SECRET,
                "iamsmart.kek.location=file:kek.p12",
                "iamsmart.kek.password=kek-password",
                "iamsmart.previous-kek.location=file:kek.p12",
                "iamsmart.base-url=https://gateway.example.org",
                "iamsmart.browser-base-url=https://gateway.example.org"
            })
    void neverStartsBesideWhatBelongsToARealClientEvenIfItIsAskedFor(String property) {
        runner.withPropertyValues("iamsmart.simulator.enabled=true", property).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOf(IamSmartPropertyException.class)
                    .hasMessageContainingAll(
                            property.substring(0, property.indexOf('=')), "it never runs beside a real gateway");
        });
    }

    private static void assertNoSimulator(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed();
        assertThat(context.getBeanProvider(IamSmartSimulator.class).getIfAvailable())
                .isNull();
        assertThat(context.getBeansOfType(IamSmartSimulator.class)).isEmpty();
    }

    @Test
    void isNotThereForARealClient() {
        runner.withPropertyValues(Runners.client()).run(EmbeddedSimulatorTest::assertNoSimulator);
    }

    @Test
    void talksToASimulatorElsewhere() {
        try (IamSmartSimulator elsewhere = IamSmartSimulator.start()) {
            runner.withPropertyValues(
                            "iamsmart.environment=simulator",
                            "iamsmart.base-url=" + elsewhere.baseUrl(),
                            "iamsmart.client-id=starter-client",
                            "iamsmart.client-secret=" + Runners.SECRET,
                            "iamsmart.kek.location=" + TestKeys.inline())
                    .run(context -> {
                        assertNoSimulator(context);
                        assertThat(context.getBean(IamSmartConnectionDetails.class)
                                        .simulated())
                                .isTrue();
                    });
        }
    }

    @Test
    void isRegisteredAsAClientWithAKeyOfItsOwn() {
        runner.run(context -> {
            IamSmartConnectionDetails connection = context.getBean(IamSmartConnectionDetails.class);
            IamSmartClient client = context.getBean(IamSmartClient.class);
            assertThat(client.clientId()).isEqualTo(connection.clientId());

            client.revokeCek();

            assertThat(context.getBean(IamSmartSimulator.class).log())
                    .last()
                    .satisfies(entry -> assertThat(entry.code()).hasValue("D00000"));
        });
    }

    @Test
    void takesTheFirstOfTheKeysOfACertificateChange() {
        Supplier<KekKeyPair> key = () ->
                KekKeyPair.of(TestKeys.pair().getPrivate(), TestKeys.pair().getPublic());
        runner.withBean("current", KekKeyPair.class, key)
                .withBean("previous", KekKeyPair.class, key)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(IamSmartSimulator.class));
    }

    @Test
    void endsWithTheApplication() {
        AtomicReference<URI> address = new AtomicReference<>();
        runner.run(
                context -> address.set(context.getBean(IamSmartSimulator.class).baseUrl()));

        assertThatThrownBy(
                        () -> new Socket(address.get().getHost(), address.get().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            runner.withPropertyValues("iamsmart.simulator.port=" + taken.getLocalPort())
                    .run(context -> assertThat(context.getStartupFailure())
                            .rootCause()
                            .isInstanceOf(java.net.BindException.class)
                            .satisfies(root -> assertThat(context.getStartupFailure())
                                    .hasStackTraceContaining("Port " + taken.getLocalPort())
                                    .hasStackTraceContaining(IamSmartPropertyException.class.getName())));
        }
    }

    @Test
    void saysLoudlyThatItIsASimulation() {
        Logger logger = (Logger) LoggerFactory.getLogger(EmbeddedSimulatorConnection.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            runner.run(context -> assertThat(log.list).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getFormattedMessage())
                        .contains("THIS IS A SIMULATION")
                        .contains(context.getBean(IamSmartSimulator.class).baseUrl() + "/phone");
            }));
        } finally {
            logger.detachAppender(log);
        }
    }
}
