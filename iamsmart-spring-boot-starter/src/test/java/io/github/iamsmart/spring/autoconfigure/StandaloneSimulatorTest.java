package io.github.iamsmart.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.simulator.StandaloneSimulatorConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application at a simulator that runs on its own, and that it does not have on its class path. */
class StandaloneSimulatorTest {

    private final IamSmartSimulator simulator =
            IamSmartSimulator.builder().port(0).start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private ApplicationContextRunner application() {
        return Runners.withoutSimulator()
                .withPropertyValues(
                        "iamsmart.environment=simulator",
                        "iamsmart.base-url=" + simulator.baseUrl(),
                        "spring.application.name=Permits & Co");
    }

    private String clients() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(simulator.baseUrl().resolve("/control/clients"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void registersTheApplicationAndItsCallbackUrls() {
        application().run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(StandaloneSimulatorConnection.class);
            IamSmartConnectionDetails connection = context.getBean(IamSmartConnectionDetails.class);
            assertThat(connection.simulated()).isTrue();
            assertThat(connection.environment().baseUrl()).isEqualTo(simulator.baseUrl());
            assertThat(connection).asString().doesNotContain(connection.clientSecret());

            CallbackUrlListener listener = context.getBean(CallbackUrlListener.class);
            listener.onCallbackUrl(URI.create("http://localhost:1/iamsmart/callback/login"));
            listener.onCallbackUrl(URI.create("http://localhost:1/iamsmart/callback/default/results"));

            assertThat(clients())
                    .contains(
                            "\"permits-co\"",
                            "Permits & Co",
                            "http://localhost:1/iamsmart/callback/login",
                            "http://localhost:1/iamsmart/callback/default/results");
            // A signed call: the simulator knows id and secret.
            assertThatCode(context.getBean(IamSmartClient.class)::revokeCek).doesNotThrowAnyException();
        });
    }

    @Test
    void aSecondStartTakesThePlaceOfTheFirst() {
        application().run(context -> assertThat(context).hasNotFailed());
        application().run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(clients().split("\"clientID\"", -1)).hasSize(2);
        });
    }

    @Test
    void theSimulatorOnTheClassPathDoesNotStartBeside() {
        application()
                .withClassLoader(new FilteredClassLoader("nothing"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(IamSmartSimulator.class)
                        .hasSingleBean(StandaloneSimulatorConnection.class));
    }

    @Test
    void aClientThatIsRegisteredAlreadyIsUsed() {
        ClientRegistration known = new ClientRegistration(
                "known", "known-secret-77", null, java.util.Set.of(), ClientRegistration.ALL_SCOPES);
        simulator.register(known);
        application()
                .withPropertyValues(Runners.client())
                .withPropertyValues("iamsmart.environment=simulator", "iamsmart.client-id=known")
                .run(context ->
                        assertThat(context).hasNotFailed().doesNotHaveBean(StandaloneSimulatorConnection.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ite", "production", ""})
    void neverWhereTheGatewayIsReal(String environment) {
        application().withPropertyValues("iamsmart.environment=" + environment).run(context -> {
            assertThat(context).hasFailed();
            assertThat(clients()).isEqualTo("[]");
        });
    }

    @Test
    void aRealGatewayIsNotTakenForASimulator() {
        application()
                .withPropertyValues("iamsmart.base-url=https://apigw.iamsmart.gov.hk")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("is the address of a real gateway"));
    }

    @Test
    void withoutASimulatorTheStartSaysHowToStartOne() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        application()
                .withPropertyValues("iamsmart.base-url=http://127.0.0.1:" + nobody)
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    while (!(failure instanceof IamSmartPropertyException)) {
                        failure = failure.getCause();
                    }
                    assertThat(failure)
                            .hasMessage(
                                    "The iAM Smart simulator at http://127.0.0.1:" + nobody + " cannot be reached.");
                    assertThat(((IamSmartPropertyException) failure).action())
                            .contains("java -jar iamsmart-simulator", "remove iamsmart.base-url");
                });
    }
}
