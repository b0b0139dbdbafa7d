package io.github.iamsmart.selfcheck;

import static io.github.iamsmart.selfcheck.SelfCheckWorld.HOST;
import static io.github.iamsmart.selfcheck.SelfCheckWorld.LOGIN;
import static io.github.iamsmart.selfcheck.SelfCheckWorld.RESULTS;
import static io.github.iamsmart.selfcheck.SelfCheckWorld.YEAR;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.IamSmartClientBuilder;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.selfcheck.CallbackUrl.Answer;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the self-check finds, and says word for word: see {@code self-checks.md}. */
@Tag("slow")
@Timeout(120)
class SelfCheckTest {

    /** Sorts before all others. */
    private static final String IN_PLACE = "1. Everything is in place";

    private static final boolean UPDATE = "update".equals(System.getProperty("iamsmart.self-checks"));

    private final SelfCheckWorld world = new SelfCheckWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private SelfCheckReport says(String title, SelfCheckReport report) {
        String whole = SelfCheckPage.text(report);
        String text = title.equals(IN_PLACE)
                ? whole
                : SelfCheckPage.differences(whole, SelfCheckPage.cases().getOrDefault(IN_PLACE, ""));
        assertThat(whole).doesNotContain(world.registration.clientSecret(), "PRIVATE KEY", "secretKey");
        if (UPDATE) {
            SelfCheckPage.update(title, text);
        } else {
            assertThat(text)
                    .as("what the page says; -Diamsmart.self-checks=update writes it anew")
                    .isEqualTo(SelfCheckPage.cases().get(title));
        }
        return report;
    }

    private static SelfCheckStatus status(SelfCheckReport report, String id) {
        List<SelfCheckStatus> found = report.lines().stream()
                .filter(line -> line.id().equals(id))
                .map(SelfCheckLine::status)
                .toList();
        assertThat(found).as(id).isNotEmpty();
        return found.get(0);
    }

    @Test
    void everythingIsInPlace() {
        SelfCheckReport report = says(IN_PLACE, world.run(world.callbacks(RESULTS, LOGIN)));

        assertThat(report.status()).isEqualTo(SelfCheckStatus.PASS);
        assertThat(report.at()).isBeforeOrEqualTo(world.clock.instant());
    }

    @Test
    void aProbeCarriesNothingOfTheClientAndChangesNothing() {
        world.run(world.callbacks(RESULTS, LOGIN));

        String headers = " [Accept, Connection, Host, User-agent]";
        assertThat(world.host.requests)
                .containsExactly(
                        "GET " + RESULTS.url().getPath() + headers,
                        "HEAD " + LOGIN.url().getPath() + headers);
    }

    @Test
    void tellsThatASimulatorIsUsed() {
        CallbackUrl local = new CallbackUrl(
                "results",
                URI.create("http://localhost:" + closedPort() + "/iamsmart/callback/default/results"),
                Answer.RESULTS);
        SelfCheckReport report = says(
                "A simulator, and an application that is not running",
                world.run(world.request().simulated(true).callbackUrl(local).build()));

        assertThat(status(report, "environment")).isEqualTo(SelfCheckStatus.WARNING);
        assertThat(status(report, "callback-url")).isEqualTo(SelfCheckStatus.PASS);
    }

    @Test
    void namesTheCertificateThatAnIncompleteChainLacks() {
        world.present(world.authority.certificate(HOST, YEAR));

        SelfCheckReport report = says("An incomplete chain", world.run(world.callbacks(RESULTS)));

        assertThat(status(report, "callback-chain")).isEqualTo(SelfCheckStatus.FAILURE);
        assertThat(status(report, "callback-certificate")).isEqualTo(SelfCheckStatus.PASS);
        assertThat(status(report, "callback-endpoint")).isEqualTo(SelfCheckStatus.PASS);
    }

    @Test
    void aChainWithItsRootIsComplete() {
        world.present(world.authority.certificate(HOST, YEAR), world.authority.intermediate, world.authority.root);

        assertThat(status(world.run(world.callbacks(RESULTS)), "callback-chain"))
                .isEqualTo(SelfCheckStatus.PASS);
    }

    @Test
    void tellsASelfSignedCertificate() {
        world.present(world.authority.selfSigned(HOST));

        SelfCheckReport report = says("A self-signed certificate", world.run(world.callbacks(RESULTS)));

        assertThat(status(report, "callback-chain")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void tellsARootThatNobodyTrusts() {
        WebAuthority other = new WebAuthority("Private", world.clock.instant());
        world.present(other.certificate(HOST, YEAR), other.intermediate, other.root);

        SelfCheckReport report = says("A root that is not trusted", world.run(world.callbacks(RESULTS)));

        assertThat(status(report, "callback-chain")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void tellsAnExpiredCertificateFromAnIncompleteChain() {
        world.present(world.authority.certificate(HOST, Duration.ofDays(-2)), world.authority.intermediate);

        SelfCheckReport report = says("An expired TLS certificate", world.run(world.callbacks(RESULTS)));

        assertThat(status(report, "callback-chain")).isEqualTo(SelfCheckStatus.PASS);
        assertThat(status(report, "callback-certificate")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void warnsBeforeATlsCertificateExpires() {
        world.present(world.authority.certificate(HOST, Duration.ofHours(25)), world.authority.intermediate);

        SelfCheckReport report = says("A TLS certificate that expires soon", world.run(world.callbacks(RESULTS)));

        assertThat(status(report, "callback-certificate")).isEqualTo(SelfCheckStatus.WARNING);
    }

    @Test
    void tellsACertificateOfAnotherHost() {
        world.present(world.authority.certificate("other.example.gov.hk", YEAR), world.authority.intermediate);

        SelfCheckReport report = says("A certificate of another host", world.run(world.callbacks(RESULTS)));

        assertThat(status(report, "callback-certificate")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.gov.hk, PASS",
        "*.gov.hk, FAILURE",
        "*.permits.example.gov.hk, FAILURE",
        "PERMITS.example.gov.hk, PASS",
    })
    void aWildcardStandsForOneLabel(String name, SelfCheckStatus expected) {
        world.present(world.authority.certificate(name, YEAR), world.authority.intermediate);

        assertThat(status(world.run(world.callbacks(RESULTS)), "callback-certificate"))
                .isEqualTo(expected);
    }

    @Test
    void tellsAHostWithoutTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread talker = new Thread(() -> greet(plain));
            talker.start();
            world.internet.lead(HOST + ":443", plain.getLocalPort());

            SelfCheckReport report = says("A host that does not speak TLS", world.run(world.callbacks(RESULTS)));

            assertThat(status(report, "callback-connection")).isEqualTo(SelfCheckStatus.FAILURE);
            assertThat(status(report, "callback-endpoint")).isEqualTo(SelfCheckStatus.SKIPPED);
        }
    }

    private static void greet(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            socket.getOutputStream().flush();
            while (socket.getInputStream().read() >= 0) {
                // Until the other side has had enough.
            }
        } catch (IOException e) {
            // It went away.
        }
    }

    @Test
    void endsInTimeWhereAHostSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            world.internet.lead(HOST + ":443", silent.getLocalPort());

            SelfCheckReport report = says(
                    "A host that says nothing",
                    world.run(world.request()
                            .callbackUrl(RESULTS)
                            .timeout(Duration.ofSeconds(4))
                            .build()));

            assertThat(status(report, "callback-connection")).isEqualTo(SelfCheckStatus.FAILURE);
            assertThat(status(report, "gateway-key")).isEqualTo(SelfCheckStatus.PASS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A path that is not there, 404, ''",
        "A login page in front, 302, https://login.example.gov.hk/?token=canary",
        "A filter that wants a login, 401, ''",
        "A proxy whose application is down, 503, ''",
        "Another application, 200, ''",
        "Another application that takes no GET, 405, ''",
    })
    void tellsWhoElseAnswers(String title, int status, String location) {
        world.host.answers(status, location);

        SelfCheckReport report = says(title, world.run(world.callbacks(RESULTS, LOGIN)));

        assertThat(status(report, "callback-endpoint")).isEqualTo(SelfCheckStatus.FAILURE);
        assertThat(SelfCheckPage.text(report)).doesNotContain("canary");
    }

    @Test
    void takesAnyAnswerOfAnEndpointOfTheApplicationsOwn() {
        CallbackUrl own = new CallbackUrl("own", URI.create("https://" + HOST + "/own"), Answer.ANY);
        world.host.answers(400, "");
        assertThat(status(world.run(world.callbacks(own)), "callback-endpoint")).isEqualTo(SelfCheckStatus.PASS);

        world.host.answers(404, "");
        assertThat(status(world.run(world.callbacks(own)), "callback-endpoint")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void tellsAHostThatCannotBeReached() {
        CallbackUrl elsewhere =
                new CallbackUrl("results", URI.create("https://elsewhere.example.gov.hk/results"), Answer.RESULTS);

        SelfCheckReport report = says("A host that cannot be reached", world.run(world.callbacks(elsewhere)));

        assertThat(status(report, "callback-connection")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A callback URL by plain http, http://permits.example.gov.hk/results",
        "A callback URL with an address, https://203.0.113.7/results",
        "A callback URL with a short name, https://permits/results",
        "A callback URL with a fragment, https://permits.example.gov.hk/results#canary",
        "A callback URL with a password, https://user:canary@permits.example.gov.hk/results",
        "A callback URL on this machine, https://localhost:1/results",
        "A callback URL with a port, https://permits.example.gov.hk:8443/results",
        "A callback URL without a host, /results?canary",
    })
    void tellsACallbackUrlThatCannotBeRegistered(String title, URI url) {
        SelfCheckReport report =
                says(title, world.run(world.callbacks(new CallbackUrl("results", url, Answer.RESULTS))));

        assertThat(status(report, "callback-url")).isNotEqualTo(SelfCheckStatus.PASS);
        assertThat(SelfCheckPage.text(report)).doesNotContain("canary");
    }

    @Test
    void tellsAnExpiredKek() {
        SelfCheckReport report = says(
                "An expired KEK",
                world.run(world.callbacks(), builder -> builder.kek(world.kek(TestKeys.FIRST, Duration.ofDays(-3)))));

        assertThat(status(report, "kek-expiry")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({"59, WARNING", "60, PASS"})
    void warnsSixtyDaysBeforeTheKekExpires(int days, SelfCheckStatus expected) {
        SelfCheckReport report = world.run(
                world.callbacks(),
                builder -> builder.kek(
                        world.kek(TestKeys.FIRST, Duration.ofDays(days).plusHours(1))));

        if (expected == SelfCheckStatus.WARNING) {
            says("A KEK that expires soon", report);
        }
        assertThat(status(report, "kek-expiry")).isEqualTo(expected);
    }

    @Test
    void tellsAKekWithoutItsCertificate() {
        SelfCheckReport report = says(
                "A KEK without its certificate",
                world.run(world.callbacks(), builder -> builder.kek(TestKeys.kek(TestKeys.FIRST))));

        assertThat(status(report, "kek-expiry")).isEqualTo(SelfCheckStatus.SKIPPED);
    }

    @Test
    void tellsThatTheGatewayHasAnotherCertificate() {
        SelfCheckReport report = says(
                "Another certificate at the gateway",
                world.run(world.callbacks(), builder -> builder.kek(world.kek(TestKeys.SECOND, YEAR))));

        assertThat(status(report, "gateway-key")).isEqualTo(SelfCheckStatus.PASS);
        assertThat(status(report, "kek-registered")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void takesEitherKekDuringAChangeOfCertificates() {
        SelfCheckReport report = says(
                "A change of certificates",
                world.run(
                        world.callbacks(),
                        builder -> builder.kek(world.kek(TestKeys.SECOND, YEAR))
                                .kek(world.kek(
                                        TestKeys.FIRST, Duration.ofDays(20).plusHours(1)))));

        assertThat(status(report, "kek-registered")).isEqualTo(SelfCheckStatus.PASS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"A clock that is a minute behind, PT-60S, FAILURE", "A clock that is ten seconds ahead, PT10S, WARNING"
    })
    void tellsAClockThatIsWrong(String title, Duration ahead, SelfCheckStatus expected) {
        Clock wrong = Clock.offset(world.clock, ahead);
        SelfCheckReport report = world.run(
                world.callbacks(),
                builder -> builder.kek(world.kek(TestKeys.FIRST, YEAR)).clock(wrong));

        assertThat(status(report, "clock")).isEqualTo(expected);
        says(title, withRoundedSeconds(report));
    }

    /** The header has whole seconds. */
    private static SelfCheckReport withRoundedSeconds(SelfCheckReport report) {
        return new SelfCheckReport(
                report.at(),
                report.lines().stream()
                        .map(line -> new SelfCheckLine(
                                line.id(),
                                line.subject(),
                                line.status(),
                                line.finding()
                                        .replaceAll("\\b(59|60) seconds", "60 seconds")
                                        .replaceAll("\\b(10|11) seconds", "10 seconds"),
                                line.advice()))
                        .toList());
    }

    @Test
    void tellsAWrongSecret() {
        SelfCheckReport report = says(
                "A wrong client secret",
                world.run(
                        world.callbacks(),
                        builder -> builder.kek(world.kek(TestKeys.FIRST, YEAR)).clientSecret("canary-wrong-secret")));

        assertThat(status(report, "gateway-key")).isEqualTo(SelfCheckStatus.FAILURE);
        assertThat(SelfCheckPage.text(report)).doesNotContain("canary");
    }

    private SelfCheckReport at(URI gateway) {
        return world.run(
                world.callbacks(),
                builder -> builder.kek(world.kek(TestKeys.FIRST, YEAR))
                        .proxy(Proxy.NO_PROXY)
                        .baseUrl(gateway));
    }

    @Test
    void tellsAGatewayThatCannotBeReached() {
        SelfCheckReport report =
                says("A gateway that cannot be reached", at(URI.create("http://127.0.0.1:" + closedPort())));

        assertThat(status(report, "gateway-connection")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void tellsAGatewayWhoseCertificateIsNotTrusted() {
        try (IamSmartSimulator overTls =
                IamSmartSimulator.builder().tlsPort(0).clock(world.clock).start()) {
            SelfCheckReport report = says(
                    "A gateway whose certificate is not trusted",
                    at(overTls.tlsBaseUrl().orElseThrow()));

            assertThat(status(report, "gateway-chain")).isEqualTo(SelfCheckStatus.FAILURE);
            assertThat(status(report, "gateway-key")).isEqualTo(SelfCheckStatus.FAILURE);
        }
    }

    @Test
    void tellsAGatewayThatAnswersWithAPage() {
        world.gateway.switchOn(Fault.of(FaultKind.HTML_ERROR).times(50));

        SelfCheckReport report = says("A page in place of the gateway's answer", world.run(world.callbacks()));

        assertThat(status(report, "gateway-key")).isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void asksTheGatewayOnceAndLeavesTheKeyInUseAlone() {
        world.run(world.callbacks());

        assertThat(world.gateway.calls()).hasSize(1);
    }

    private SelfCheckReport with(RequestStore store, CekStore ceks) {
        UnaryOperator<IamSmartClientBuilder> stores = builder ->
                builder.kek(world.kek(TestKeys.FIRST, YEAR)).requestStore(store).cekStore(ceks);
        return world.run(world.callbacks(), stores);
    }

    @Test
    void triesASharedStoreAndLeavesNothingInIt() {
        OwnStore store = new OwnStore();

        SelfCheckReport report = says("Stores of the application's own", with(store, new OwnCekStore()));

        assertThat(status(report, "store")).isEqualTo(SelfCheckStatus.PASS);
        assertThat(store.memory.count("iamsmart-self-check", RequestStatus.PENDING))
                .isZero();
        assertThat(store.created).isEqualTo(1);
    }

    @Test
    void tellsAStoreThatLosesWhatItKeeps() {
        OwnStore store = new OwnStore();
        store.loses = true;

        assertThat(status(says("A store that loses what it keeps", with(store, CekStore.NONE)), "store"))
                .isEqualTo(SelfCheckStatus.FAILURE);
    }

    @Test
    void tellsAStoreThatFailsWithoutQuotingIt() {
        OwnStore store = new OwnStore();
        store.failure = new IllegalStateException("redis://user:canary@store");

        SelfCheckReport report = says("Stores that fail", with(store, new CekStore() {
            @Override
            public Optional<WrappedCek> find(String clientId) {
                throw new IllegalStateException("canary");
            }

            @Override
            public void save(String clientId, WrappedCek cek) {}
        }));

        assertThat(status(report, "store")).isEqualTo(SelfCheckStatus.FAILURE);
        assertThat(status(report, "cek-store")).isEqualTo(SelfCheckStatus.WARNING);
        assertThat(SelfCheckPage.text(report)).doesNotContain("canary");
    }

    @Test
    void refusesATimeoutThatLeavesNoTime() {
        assertThatThrownBy(
                        () -> SelfCheckRequest.builder().timeout(Duration.ZERO).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("timeout");
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OwnCekStore implements CekStore {
        @Override
        public Optional<WrappedCek> find(String clientId) {
            return Optional.empty();
        }

        @Override
        public void save(String clientId, WrappedCek cek) {}
    }

    private static final class OwnStore implements RequestStore {
        private final MemoryRequestStore memory = new MemoryRequestStore();
        private int created;
        private boolean loses;
        private RuntimeException failure;

        @Override
        public boolean create(StoredRequest request) {
            if (failure != null) {
                throw failure;
            }
            created++;
            return memory.create(request);
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            return loses ? Optional.empty() : memory.find(businessId);
        }

        @Override
        public boolean replace(StoredRequest next) {
            return memory.replace(next);
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant now, int limit) {
            return memory.due(clientId, now, limit);
        }

        @Override
        public void remove(BusinessId businessId) {
            memory.remove(businessId);
        }

        @Override
        public long count(String clientId, RequestStatus status) {
            return memory.count(clientId, status);
        }
    }
}
