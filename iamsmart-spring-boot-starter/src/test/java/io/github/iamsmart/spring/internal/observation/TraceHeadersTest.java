package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.spring.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.BraveAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The gateway is a third party: it sees nothing of a trace unless the application says so. */
@Timeout(60)
class TraceHeadersTest {

    private final List<String> headers = new CopyOnWriteArrayList<>();
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            exchange.getRequestHeaders().keySet().forEach(headers::add);
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private void call(String... properties) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        io.github.iamsmart.spring.autoconfigure.IamSmartAutoConfiguration.class,
                        io.github.iamsmart.spring.autoconfigure.IamSmartObservationAutoConfiguration.class,
                        ObservationAutoConfiguration.class,
                        MicrometerTracingAutoConfiguration.class,
                        BraveAutoConfiguration.class))
                .withPropertyValues(
                        "iamsmart.environment=ite",
                        "iamsmart.base-url=http://127.0.0.1:"
                                + gateway.getAddress().getPort(),
                        "iamsmart.client-id=starter-client",
                        "iamsmart.client-secret=starter-client-secret-4f1e",
                        "iamsmart.kek.location=" + TestKeys.inline())
                .withPropertyValues(properties)
                .run(context -> {
                    IamSmartClient client = context.getBean(IamSmartClient.class);
                    assertThat(org.assertj.core.api.Assertions.catchThrowable(
                                    () -> client.call("/api/v1/own", Map.of(), String.class)))
                            .isInstanceOf(IamSmartException.class);
                });
    }

    @Test
    void theyAreNotSentByDefault() {
        call();
        assertThat(headers).isNotEmpty().noneMatch("traceparent"::equalsIgnoreCase);
    }

    @Test
    void theyAreSentWhereAsked() {
        call("iamsmart.observation.trace-headers=true");
        assertThat(headers).anyMatch("traceparent"::equalsIgnoreCase);
    }
}
