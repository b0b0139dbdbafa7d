package io.github.iamsmart.stores.contract;

import static io.github.iamsmart.stores.contract.Contract.NOW;
import static io.github.iamsmart.stores.contract.Contract.THREADS;
import static io.github.iamsmart.stores.contract.Contract.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RequestStore} does. The store may hold other requests, of other clients. */
public abstract class RequestStoreContract {

    private static final RecursiveComparisonConfiguration DEEP = RecursiveComparisonConfiguration.builder()
            .withEqualsForType(Arrays::equals, byte[].class)
            .build();

    private final String client = "client-" + UUID.randomUUID();

    /** {@return the store; the same one, or one of another node, at each call} */
    protected abstract RequestStore store();

    private StoredRequest request(String id, RequestStatus status, Instant dueAt, long version) {
        return request(new BusinessId(id), client, status, dueAt, version, null, null, null);
    }

    private StoredRequest pending() {
        return request(BusinessId.random().value(), RequestStatus.PENDING, NOW.plusSeconds(1080), 1);
    }

    private static StoredRequest request(
            BusinessId id,
            String client,
            RequestStatus status,
            Instant dueAt,
            long version,
            @Nullable String reference,
            @Nullable SealedContext context,
            @Nullable SealedAnswer answer) {
        return new StoredRequest(
                id,
                client,
                "form-filling",
                Base64.getEncoder().encodeToString(Contract.bytes(32, 1)),
                "owner-of-the-browser",
                reference,
                context,
                NOW,
                NOW.plus(Duration.ofMinutes(18)),
                status,
                answer,
                0,
                dueAt,
                version);
    }

    private static StoredRequest next(StoredRequest before, RequestStatus status, Instant dueAt, int attempts) {
        return new StoredRequest(
                before.businessId(),
                before.clientId(),
                before.kind(),
                before.stateHash(),
                before.owner(),
                before.reference(),
                before.context(),
                before.createdAt(),
                before.expiresAt(),
                status,
                before.answer(),
                attempts,
                dueAt,
                before.version() + 1);
    }

    private void assertStored(StoredRequest request) {
        assertThat(store().find(request.businessId()))
                .get()
                .usingRecursiveComparison(DEEP)
                .isEqualTo(request);
    }

    @ParameterizedTest
    @EnumSource(RequestStatus.class)
    void givesBackWhatItWasGivenToTheNanosecond(RequestStatus status) {
        String key = Base64.getEncoder().encodeToString(Contract.bytes(256, 2));
        StoredRequest full = request(
                BusinessId.random(),
                client,
                status,
                NOW.plusNanos(1),
                7,
                "permit 7",
                new SealedContext(key, Contract.bytes(500, 3)),
                new SealedAnswer(
                        ErrorCode.SUCCESS, "T0123456789abcdef", key, Contract.bytes(900, 4), NOW.minusNanos(1)));
        assertThat(store().create(full)).isTrue();
        assertStored(full);

        StoredRequest empty = request(BusinessId.random(), client, status, NOW.plusNanos(2), 1, null, null, null);
        assertThat(store().create(empty)).isTrue();
        assertStored(empty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "證件申請 – naïve ☕ 𠮷",
                "",
                " ",
                "\u0000\n\t",
                "AAAA",
                "QUJDREVGR0hJSktMTU5PUA==",
                "QUJDREVGR0hJSktMTU5PUB=="
            })
    void keepsTextOfEveryKind(String text) {
        StoredRequest request = request(
                BusinessId.random(),
                client,
                RequestStatus.ANSWERED,
                NOW,
                1,
                text,
                new SealedContext(text, new byte[0]),
                new SealedAnswer(ErrorCode.of("D99999"), text, text, new byte[0], NOW));
        assertThat(store().create(request)).isTrue();
        assertStored(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!",
                "{}",
                "}{x",
                "a{b}c",
                "*",
                "%_?'\"\\",
                "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
                ":request:",
                "--;"
            })
    void anyBusinessIdIsOne(String id) {
        // The same id may be left from another store on the same server.
        store().remove(new BusinessId(id));
        StoredRequest request = request(id, RequestStatus.PENDING, NOW, 1);

        assertThat(store().create(request)).isTrue();
        assertStored(request);
        assertThat(store().replace(next(request, RequestStatus.ANSWERED, NOW, 0)))
                .isTrue();
        assertThat(store().due(client, NOW, 10))
                .extracting(StoredRequest::businessId)
                .containsExactly(request.businessId());
        store().remove(request.businessId());
        assertThat(store().find(request.businessId())).isEmpty();
        assertThat(store().due(client, NOW, 10)).isEmpty();
    }

    @Test
    void businessIdsThatDifferByCaseAloneAreTwo() {
        String id = UUID.randomUUID().toString().substring(0, 8);
        StoredRequest lower = request("a" + id, RequestStatus.PENDING, NOW, 1);
        StoredRequest upper = request("A" + id, RequestStatus.PENDING, NOW.plusSeconds(1), 1);

        assertThat(store().create(lower)).isTrue();
        assertThat(store().create(upper)).isTrue();
        assertStored(lower);
        assertStored(upper);
    }

    @Test
    void aResultOfSixteenMebibytesIsKept() {
        StoredRequest large = request(
                BusinessId.random(),
                client,
                RequestStatus.ANSWERED,
                NOW,
                1,
                null,
                null,
                new SealedAnswer(ErrorCode.SUCCESS, null, "", Contract.bytes(16 * 1024 * 1024, 5), NOW));
        assertThat(store().create(large)).isTrue();
        assertStored(large);
        store().remove(large.businessId());
    }

    @Test
    void aKnownBusinessIdIsNotTakenAgain() {
        StoredRequest first = pending();
        assertThat(store().create(first)).isTrue();
        assertThat(store().create(next(first, RequestStatus.DEAD, NOW, 3))).isFalse();
        assertStored(first);
    }

    @Test
    void ofManyThatCreateOneRequestOneAloneDoes() throws Exception {
        StoredRequest request = pending();
        assertThat(together(thread -> store().create(request)))
                .containsOnlyOnce(true)
                .hasSize(THREADS);
        assertThat(store().count(client, RequestStatus.PENDING)).isEqualTo(1);
    }

    @Test
    void ofManyThatReplaceOneVersionOneAloneDoes() throws Exception {
        StoredRequest request = pending();
        assertThat(store().create(request)).isTrue();
        List<Boolean> replaced = together(
                thread -> store().replace(next(request, RequestStatus.ANSWERED, NOW.plusSeconds(thread), thread)));

        assertThat(replaced).containsOnlyOnce(true);
        StoredRequest winner = store().find(request.businessId()).orElseThrow();
        assertThat(winner.attempts()).isEqualTo(replaced.indexOf(true));
        assertThat(winner.dueAt()).isEqualTo(NOW.plusSeconds(replaced.indexOf(true)));
        assertThat(store().count(client, RequestStatus.PENDING)).isZero();
        assertThat(store().count(client, RequestStatus.ANSWERED)).isEqualTo(1);
    }

    @Test
    void noChangeOfManyIsLost() throws Exception {
        StoredRequest request = pending();
        assertThat(store().create(request)).isTrue();
        int changes = 10;
        together(thread -> {
            for (int done = 0; done < changes; ) {
                StoredRequest now = store().find(request.businessId()).orElseThrow();
                if (store().replace(next(now, RequestStatus.PENDING, NOW, now.attempts() + 1))) {
                    done++;
                }
            }
            return true;
        });

        StoredRequest last = store().find(request.businessId()).orElseThrow();
        assertThat(last.attempts()).isEqualTo(THREADS * changes);
        assertThat(last.version()).isEqualTo(1 + THREADS * changes);
    }

    @Test
    void anotherVersionThanTheNextReplacesNothing() {
        StoredRequest request = pending();
        assertThat(store().replace(request)).as("an unknown one").isFalse();
        assertThat(store().create(request)).isTrue();
        StoredRequest second = next(request, RequestStatus.ANSWERED, NOW, 1);
        StoredRequest third = next(second, RequestStatus.DELIVERED, NOW, 1);

        assertThat(store().replace(request)).isFalse();
        assertThat(store().replace(third)).isFalse();
        assertStored(request);
        assertThat(store().replace(second)).isTrue();
        assertThat(store().replace(second)).isFalse();
        assertStored(second);
    }

    @Test
    void versionsOfEverySizeAreCompared() {
        for (long version : new long[] {0, 127, 128, 255, 256, 1L << 31, (1L << 53) + 1, Long.MAX_VALUE - 1}) {
            StoredRequest request = request(BusinessId.random().value(), RequestStatus.PENDING, NOW, version);
            assertThat(store().create(request)).isTrue();
            StoredRequest second = next(request, RequestStatus.ANSWERED, NOW, 1);
            assertThat(store().replace(second)).as("version " + version).isTrue();
            assertStored(second);
        }
    }

    @Test
    void whatIsDueComesTheLongestOverdueFirst() {
        Instant[] times = {NOW, NOW.minusSeconds(5), NOW.minusNanos(1_000_000), NOW.minus(Duration.ofDays(3))};
        for (int i = 0; i < times.length; i++) {
            store().create(request(i + client.substring(7, 25), RequestStatus.values()[i], times[i], 1));
        }
        store().create(request("later" + client.substring(7, 25), RequestStatus.PENDING, NOW.plusNanos(1), 1));

        assertThat(store().due(client, NOW, 10))
                .extracting(request -> request.businessId().value().substring(0, 1))
                .containsExactly("3", "1", "2", "0");
        assertThat(store().due(client, NOW, 2))
                .extracting(request -> request.businessId().value().substring(0, 1))
                .containsExactly("3", "1");
        assertThat(store().due(client, NOW.minus(Duration.ofDays(4)), 10)).isEmpty();
    }

    @Test
    void whatBecomesDueLaterIsNotDueNow() {
        StoredRequest request = request(BusinessId.random().value(), RequestStatus.ANSWERED, NOW, 1);
        store().create(request);
        StoredRequest leased = next(request, RequestStatus.ANSWERED, NOW.plusSeconds(60), 1);
        store().replace(leased);

        assertThat(store().due(client, NOW, 10)).isEmpty();
        assertThat(store().due(client, NOW.plusSeconds(60), 10))
                .extracting(StoredRequest::version)
                .containsExactly(2L);
    }

    @Test
    void aBatchOfLargeResultsMayBeCutButIsNeverEmpty() {
        for (int i = 0; i < 4; i++) {
            SealedAnswer answer =
                    new SealedAnswer(ErrorCode.SUCCESS, null, "", Contract.bytes(6 * 1024 * 1024, i), NOW);
            store().create(request(
                    BusinessId.random(), client, RequestStatus.ANSWERED, NOW.plusSeconds(i), 1, "r" + i, null, answer));
        }
        List<StoredRequest> due = store().due(client, NOW.plusSeconds(9), 100);

        assertThat(due).isNotEmpty();
        for (int i = 0; i < due.size(); i++) {
            assertThat(due.get(i).reference()).isEqualTo("r" + i);
        }
        due.forEach(request -> store().remove(request.businessId()));
        store().due(client, NOW.plusSeconds(9), 100).forEach(request -> store().remove(request.businessId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"中文-client", "Client", "client:1", "{client}", "client "})
    void clientsAreKeptApart(String name) {
        String one = name + client;
        String other = name.toLowerCase(Locale.ROOT) + "2" + client;
        BusinessId id = BusinessId.random();
        store().create(request(id, one, RequestStatus.ANSWERED, NOW, 1, null, null, null));
        store().create(request(BusinessId.random(), other, RequestStatus.ANSWERED, NOW, 1, null, null, null));

        assertThat(store().due(one, NOW, 10))
                .extracting(StoredRequest::businessId)
                .containsExactly(id);
        assertThat(store().count(one, RequestStatus.ANSWERED)).isEqualTo(1);
        assertThat(store().count(one, RequestStatus.PENDING)).isZero();
        assertThat(store().count(client, RequestStatus.ANSWERED)).isZero();
    }

    @Test
    void countsFollowTheStatus() {
        StoredRequest request = pending();
        store().create(request);
        store().create(pending());
        assertThat(store().count(client, RequestStatus.PENDING)).isEqualTo(2);
        for (RequestStatus status : RequestStatus.values()) {
            request = next(request, status, NOW, 1);
            assertThat(store().replace(request)).isTrue();
            assertThat(store().count(client, status)).isEqualTo(status == RequestStatus.PENDING ? 2 : 1);
        }
        store().remove(request.businessId());
        assertThat(store().count(client, request.status())).isZero();
    }

    @Test
    void aRemovedRequestIsGoneAndItsIdIsFree() {
        StoredRequest request = pending();
        store().create(request);
        store().remove(request.businessId());
        store().remove(request.businessId());

        assertThat(store().find(request.businessId())).isEmpty();
        assertThat(store().replace(next(request, RequestStatus.ANSWERED, NOW, 1)))
                .isFalse();
        assertThat(store().due(client, NOW.plusSeconds(2000), 10)).isEmpty();
        assertThat(store().create(request)).isTrue();
    }

    @Test
    void manyNodesTakeEachDueRequestOnce() throws Exception {
        int requests = 200;
        for (int i = 0; i < requests; i++) {
            store().create(request(BusinessId.random().value(), RequestStatus.ANSWERED, NOW.minusMillis(i), 1));
        }
        List<Integer> taken = together(thread -> {
            int mine = 0;
            List<StoredRequest> due;
            while (!(due = store().due(client, NOW, 20)).isEmpty()) {
                for (StoredRequest request : due) {
                    if (store().replace(next(request, RequestStatus.DELIVERED, NOW.plusSeconds(3600), 1))) {
                        mine++;
                    }
                }
            }
            return mine;
        });
        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(requests);
        assertThat(store().count(client, RequestStatus.DELIVERED)).isEqualTo(requests);
    }
}
