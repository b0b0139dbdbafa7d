package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void startsOnLoopbackAndAnyFreePort() {
        try (IamSmartSimulator one = IamSmartSimulator.start();
                IamSmartSimulator two = IamSmartSimulator.start()) {
            assertThat(one.baseUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(two.baseUrl()).isNotEqualTo(one.baseUrl());
            assertThat(one.tlsBaseUrl()).isEmpty();
            assertThat(one.tlsCertificatePem()).isEmpty();
        }
    }

    @Test
    void closingFreesThePortAtOnce() throws IOException {
        IamSmartSimulator simulator = IamSmartSimulator.start();
        int port = simulator.baseUrl().getPort();
        new TestService(simulator).fetchKey();
        simulator.close();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        try (IamSmartSimulator first = IamSmartSimulator.start()) {
            int port = first.baseUrl().getPort();
            assertThatThrownBy(() -> IamSmartSimulator.builder().port(port).start())
                    .isInstanceOf(SimulatorException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("any free port");
            assertThatThrownBy(() -> IamSmartSimulator.builder().tlsPort(port).start())
                    .isInstanceOf(SimulatorException.class);
        }
    }

    @Test
    void itsThreadsDoNotKeepAProgramAlive() {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            new TestService(simulator).fetchKey();
            List<String> keepers = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("iamsmart-simulator")
                            || thread.getName().equals("HTTP-Dispatcher"))
                    .filter(thread -> !thread.isDaemon())
                    .map(Thread::getName)
                    .toList();
            assertThat(keepers).isEmpty();
        }
    }

    @Test
    void beginsWithTheTimeOfItsClock() {
        Clock clock = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (IamSmartSimulator simulator = IamSmartSimulator.builder()
                .clock(clock)
                .cekLifetime(Duration.ofMinutes(5))
                .start()) {
            simulator.advance(Duration.ofSeconds(61));
            assertThat(simulator.clock().instant()).isEqualTo("2027-01-01T00:01:01Z");
            assertThatThrownBy(() -> simulator.advance(Duration.ofSeconds(-1))).isInstanceOf(SimulatorException.class);
            assertThat(new TestService(simulator)
                            .plain("/security/getKey", "")
                            .json()
                            .path("content")
                            .path("expiresIn")
                            .asLong())
                    .isEqualTo(300_000);
        }
    }

    @Test
    void speaksTlsWithACertificateThatItOffers() throws Exception {
        try (IamSmartSimulator simulator =
                IamSmartSimulator.builder().tlsPort(0).start()) {
            String pem = TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/control/certificate")));
            assertThat(pem).isEqualTo(simulator.tlsCertificatePem().orElseThrow());
            HttpClient trusting = HttpClient.newBuilder().sslContext(trust(pem)).build();
            URI secure = URI.create(simulator.tlsBaseUrl().orElseThrow() + "/control/personas");
            assertThat(status(trusting, secure)).isEqualTo(200);
            assertThat(status(trusting, URI.create("https://localhost:" + secure.getPort() + "/control/personas")))
                    .isEqualTo(200);
            assertThatThrownBy(() -> status(HttpClient.newHttpClient(), secure))
                    .isInstanceOf(javax.net.ssl.SSLException.class);
        }
    }

    @Test
    void answersToLoopbackNamesOnly() throws IOException {
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            assertThat(raw(simulator, "/control/log", "localhost:1")).startsWith("HTTP/1.1 200");
            assertThat(raw(simulator, "/control/log", "sim.localhost")).startsWith("HTTP/1.1 200");
            assertThat(raw(simulator, "/control/log", "[::1]:80")).startsWith("HTTP/1.1 200");
            assertThat(raw(simulator, "/control/log", "rebound.example.org")).startsWith("HTTP/1.1 403");
            assertThat(raw(simulator, "/phone", "rebound.example.org")).startsWith("HTTP/1.1 403");
            assertThat(raw(simulator, "/control/log", "127.0.0.1.example.org")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void answersToEveryNameOnEveryAddress() throws IOException {
        try (IamSmartSimulator simulator =
                IamSmartSimulator.builder().host("0.0.0.0").start()) {
            assertThat(simulator.baseUrl().getHost()).isEqualTo("127.0.0.1");
            assertThat(raw(simulator, "/control/log", "simulator:8090")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aThousandClientsAtOnceAreServed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                TestService service = new TestService(simulator);
                calls.add(() -> service.plain("/security/getKey", "").send().statusCode());
            }
            List<Future<Integer>> answers = threads.invokeAll(calls);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(simulator.log())
                    .hasSize(1000)
                    .allMatch(entry -> entry.code().filter("D00000"::equals).isPresent());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneNonceInManyThreadsPassesOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            TestService service = new TestService(simulator);
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                TestService.Draft draft = service.plain("/security/getKey", "").header("nonce", "the-same");
                calls.add(() -> draft.json().path("code").asText());
            }
            List<String> codes = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) {
                codes.add(answer.get());
            }
            assertThat(codes).filteredOn("D00000"::equals).hasSize(1);
            assertThat(codes).filteredOn("D20004"::equals).hasSize(63);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int status(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
        return answer.statusCode();
    }

    private static SSLContext trust(String pem) throws Exception {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("simulator", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The JDK's client does not let a test choose the Host header. */
    private static String raw(IamSmartSimulator simulator, String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
