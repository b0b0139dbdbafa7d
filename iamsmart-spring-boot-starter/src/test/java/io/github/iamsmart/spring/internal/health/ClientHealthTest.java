package io.github.iamsmart.spring.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.TestKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientHealthTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryRequestStore store = new MemoryRequestStore();

    @TempDir
    Path folder;

    private ClientHealth.Report report(RequestStore requests) {
        KekKeyPair kek = KekKeyPair.fromPem(TestKeys.pemKey(folder), TestKeys.pemCertificate(folder));
        try (IamSmartClient client = IamSmartClient.builder()
                .clientId("starter-client")
                .clientSecret("starter-client-secret-4f1e")
                .kek(kek)
                .clock(clock)
                .requestStore(requests)
                .build()) {
            return new ClientHealth(client, clock).report();
        }
    }

    private void keep(RequestStatus status) {
        Instant now = clock.instant();
        store.create(new StoredRequest(
                BusinessId.random(),
                "starter-client",
                "form-filling",
                "hash",
                "owner",
                "reference",
                null,
                now,
                now.plusSeconds(60),
                status,
                null,
                0,
                now,
                0));
    }

    @Test
    void isUpBeforeTheFirstCall() {
        ClientHealth.Report report = report(store);

        assertThat(report.up()).isTrue();
        assertThat(report.details())
                .containsEntry("environment", "ite")
                .containsEntry("clientId", "starter-client")
                .containsEntry("cek", Map.of("issuedAt", "not fetched yet"))
                .containsEntry("requests", Map.of("pending", 0L, "undelivered", 0L, "dead", 0L))
                .doesNotContainKeys("lastSuccessAt", "lastFailure", "clockSkewMillis", "warnings");
    }

    @Test
    void countsRequestsAndWarnsOfDeadOnes() {
        keep(RequestStatus.PENDING);
        keep(RequestStatus.ANSWERED);
        keep(RequestStatus.EXPIRED);
        keep(RequestStatus.DEAD);
        keep(RequestStatus.DEAD);

        ClientHealth.Report report = report(store);

        assertThat(report.up()).isTrue();
        assertThat(report.details()).containsEntry("requests", Map.of("pending", 1L, "undelivered", 2L, "dead", 2L));
        assertThat(warnings(report)).singleElement().asString().startsWith("2 requests are dead");
        assertThat(report.toString()).doesNotContain("owner", "reference", "starter-client-secret-4f1e");
    }

    @Test
    void warnsOfACertificateThatHasExpiredAndStaysUp() {
        clock.advance(Duration.ofDays(36_500));

        ClientHealth.Report report = report(store);

        assertThat(report.up()).isTrue();
        assertThat(warnings(report)).singleElement().asString().contains("kek.pem", "has expired");
    }

    @Test
    void warnsOfACertificateAMonthBeforeItExpires() {
        Instant end = KekKeyPair.fromPem(TestKeys.pemKey(folder), TestKeys.pemCertificate(folder))
                .notAfter()
                .orElseThrow();
        clock.advance(Duration.between(clock.instant(), end).minus(Duration.ofDays(31)));
        assertThat(report(store).details()).doesNotContainKey("warnings");

        clock.advance(Duration.ofDays(2));
        ClientHealth.Report report = report(store);

        assertThat(report.up()).isTrue();
        assertThat(warnings(report)).singleElement().asString().contains("expires in 29 days", "Self-Service Portal");
        assertThat(report.details().get("kekCertificates").toString()).contains("daysLeft=29", "expired=false");
    }

    @Test
    void isDownWhereNoCallbackCouldBeTaken() {
        RequestStore away = new RequestStoreThatIsAway();

        ClientHealth.Report report = report(away);

        assertThat(report.up()).isFalse();
        assertThat(warnings(report))
                .singleElement()
                .asString()
                .contains("cannot be read", "IllegalStateException")
                .doesNotContain("personal");
    }

    private static List<?> warnings(ClientHealth.Report report) {
        return (List<?>) report.details().get("warnings");
    }

    private static final class RequestStoreThatIsAway implements RequestStore {

        private static IllegalStateException away() {
            return new IllegalStateException("with something personal");
        }

        @Override
        public boolean create(StoredRequest request) {
            throw away();
        }

        @Override
        public java.util.Optional<StoredRequest> find(BusinessId businessId) {
            throw away();
        }

        @Override
        public boolean replace(StoredRequest next) {
            throw away();
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant now, int limit) {
            throw away();
        }

        @Override
        public void remove(BusinessId businessId) {
            throw away();
        }

        @Override
        public long count(String clientId, RequestStatus status) {
            throw away();
        }
    }
}
