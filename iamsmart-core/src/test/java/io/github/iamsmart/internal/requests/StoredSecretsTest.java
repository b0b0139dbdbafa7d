package io.github.iamsmart.internal.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.TestKeys;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.internal.crypto.KeyUnwrapper;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.StoredRequest;
import java.lang.reflect.RecordComponent;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who reads the store reads neither a secret nor a person: everything that is ever written to it is looked at. */
@Timeout(60)
class StoredSecretsTest {

    private static final String INITIATE = "/api/v1/account/auth/profile/initiateRequest";

    private final Recording store = new Recording();
    private final FlowWorld world = new FlowWorld(builder -> builder.requestStore(store));

    @AfterEach
    void stop() {
        world.close();
    }

    /** Keeps a copy of all that is written. */
    private static final class Recording implements RequestStore {
        private final MemoryRequestStore memory = new MemoryRequestStore();
        private final List<StoredRequest> written = new ArrayList<>();

        @Override
        public boolean create(StoredRequest request) {
            written.add(request);
            return memory.create(request);
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            return memory.find(businessId);
        }

        @Override
        public boolean replace(StoredRequest next) {
            written.add(next);
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

    /** Each component as a store would write it, bytes as bytes. */
    private static String serialised(StoredRequest request) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        for (RecordComponent component : StoredRequest.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(request);
            text.append(component.getName()).append('=').append(value).append('\n');
        }
        SealedAnswer answer = request.answer();
        if (answer != null) {
            text.append(answer.code().value())
                    .append(answer.txId().orElse(""))
                    .append(answer.wrappedKey())
                    .append(new String(answer.content(), ISO_8859_1));
        }
        return text.toString();
    }

    private RequestOptions ask() {
        RequestOptions options = FlowWorld.options()
                .owner("hash-of-the-session")
                .reference("permit-7")
                .build();
        world.accepts(INITIATE, true);
        world.client.profile().initiate(FlowWorld.token(), ProfileRequest.of(ProfileField.ID_NUMBER), options);
        return options;
    }

    private static String person(RequestOptions options) {
        return "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                + options.state().value() + "\",\"idNo\":{\"Identification\":\"A123456\",\"CheckDigit\":\"3\"},"
                + "\"enName\":{\"UnstructuredName\":\"SAN, Chi Nan\"}}";
    }

    @Test
    void noSecretAndNoPersonIsEverWritten() throws Exception {
        StubKey embedded = StubKey.of(666, world.clock.instant());
        List<String> secrets = new ArrayList<>(List.of(
                StubGateway.CLIENT_SECRET,
                FlowWorld.token().value(),
                FlowWorld.token().tokenisedId().value(),
                FlowWorld.TICKET,
                "A123456",
                "SAN",
                "Identification",
                "isPassed"));
        for (StubKey key : List.of(world.gateway.key(), embedded)) {
            byte[] raw = raw(key);
            secrets.add(new String(raw, ISO_8859_1));
            secrets.add(Base64.getEncoder().encodeToString(raw));
            secrets.add(HexFormat.of().formatHex(raw));
        }
        for (StubKey key : List.of(world.gateway.key(), embedded)) {
            RequestOptions options = ask();
            secrets.add(options.state().value());
            world.client.callbacks().accept(key.callback("D00000", person(options)), "application/json");
        }
        assertThat(world.delivered()).hasSize(2);

        assertThat(store.written).hasSize(8);
        for (StoredRequest request : store.written) {
            assertThat(serialised(request)).doesNotContain(secrets);
        }
    }

    private static byte[] raw(StubKey key) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, TestKeys.FIRST.getPrivate());
            return rsa.doFinal(Base64.getDecoder().decode(key.secretKey()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsWrittenOpensWithTheKekAndOnlyWithIt() {
        RequestOptions options = ask();
        world.client.callbacks().accept(world.gateway.callback("D00000", person(options)), "application/json");
        SealedAnswer answer = store.find(options.businessId()).orElseThrow().answer();

        assertThat(answer).isNotNull();
        assertThat(new KeyUnwrapper(TestKeys.FIRST.getPrivate(), null).unwrap(answer.wrappedKey()))
                .contains(world.gateway.key().key());
        assertThat(new KeyUnwrapper(TestKeys.SECOND.getPrivate(), null).unwrap(answer.wrappedKey()))
                .isEmpty();
        assertThat(world.client.requests().outcome(options.businessId(), ProfileApi.KIND))
                .get()
                .extracting(outcome -> FlowWorld.result(outcome, VerifiedProfile.class)
                        .hkic()
                        .orElseThrow()
                        .formatted())
                .isEqualTo("A123456(3)");
    }

    @Test
    void aNodeWithoutTheKekDeliversNothingAndLosesNothing() {
        RequestOptions options = ask();
        world.client.callbacks().accept(world.gateway.callback("D00000", person(options)), "application/json");
        try (IamSmartClient other = IamSmartClient.builder()
                .baseUrl(world.gateway.url())
                .clientId(StubGateway.CLIENT_ID)
                .clientSecret(StubGateway.CLIENT_SECRET)
                .kek(TestKeys.kek(TestKeys.SECOND))
                .clock(world.clock)
                .requestStore(store)
                .build()) {
            List<RequestOutcome<?>> outcomes = new ArrayList<>();
            other.requests().deliverDue(outcomes::add);
            assertThat(outcomes).isEmpty();
        }

        world.clock.advance(Duration.ofSeconds(2));
        assertThat(world.delivered()).singleElement().isInstanceOf(Completed.class);
    }
}
