package io.github.iamsmart.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.SealedContext;
import io.github.iamsmart.requests.store.StoredRequest;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestContextTest {

    private static final String CONTEXT = "{\"link\":\"canary-ticket\"}";

    private final MemoryRequestStore store = new MemoryRequestStore();
    private final FlowWorld world = new FlowWorld(builder -> builder.requestStore(store));
    private final Requests requests = world.client.requests();
    private final RequestOptions options = FlowWorld.options().owner("browser").build();
    private final BusinessId id = options.businessId();

    @AfterEach
    void close() {
        world.close();
    }

    private void begin() {
        world.accepts(ApiPaths.DEFAULTS.path(ReauthenticationApi.KIND.initiate()), false);
        world.client.reauthentication().initiate(FlowWorld.token(), options);
    }

    private void answer() {
        world.client
                .callbacks()
                .accept(
                        world.gateway.callback(
                                "D00000",
                                "{\"businessID\":\"" + id + "\",\"state\":\""
                                        + options.state().value() + "\",\"isPassed\":\"true\"}"),
                        null);
    }

    @Test
    void isReadByItsOwnerUntilTheRequestGoes() {
        begin();

        assertThat(requests.context(id, "browser")).isEmpty();
        assertThat(requests.keepContext(id, CONTEXT)).isTrue();

        assertThat(requests.context(id, "browser")).contains(CONTEXT);
        assertThat(requests.context(id, "another")).isEmpty();
        answer();
        assertThat(requests.context(id, "browser")).contains(CONTEXT);
        assertThat(world.delivered()).hasSize(1);
        assertThat(requests.context(id, "browser")).contains(CONTEXT);
        assertThat(requests.view(id, "browser"))
                .get()
                .extracting(RequestView::phase)
                .isEqualTo(Phase.COMPLETED);
    }

    @Test
    void isKeptAfterTheAnswerHasOvertaken() {
        begin();
        answer();

        assertThat(requests.keepContext(id, CONTEXT)).isTrue();

        assertThat(requests.context(id, "browser")).contains(CONTEXT);
        assertThat(world.delivered()).as("the answer is not lost").hasSize(1);
    }

    @Test
    void isReplacedByTheNext() {
        begin();
        requests.keepContext(id, CONTEXT);

        requests.keepContext(id, "second");

        assertThat(requests.context(id, "browser")).contains("second");
    }

    @Test
    void isNotKeptWithoutARequest() {
        begin();

        assertThat(requests.keepContext(BusinessId.random(), CONTEXT)).isFalse();
    }

    @Test
    void isNotReadableInTheStore() {
        begin();
        requests.keepContext(id, CONTEXT);

        SealedContext kept = store.find(id).orElseThrow().context();

        assertThat(kept).isNotNull();
        assertThat(new String(kept.content(), ISO_8859_1)).doesNotContain("canary", "link");
        assertThat(kept.toString()).doesNotContain("canary");
        assertThat(store.find(id).orElseThrow().toString()).doesNotContain("canary");
    }

    @Test
    void anAnswerThatSomebodyMovedHereIsNoContext() {
        begin();
        answer();
        StoredRequest answered = store.find(id).orElseThrow();
        SealedContext moved = new SealedContext(
                answered.answer().wrappedKey(), answered.answer().content());
        store.replace(new StoredRequest(
                answered.businessId(),
                answered.clientId(),
                answered.kind(),
                answered.stateHash(),
                answered.owner(),
                answered.reference(),
                moved,
                answered.createdAt(),
                answered.expiresAt(),
                answered.status(),
                answered.answer(),
                answered.attempts(),
                answered.dueAt(),
                answered.version() + 1));

        assertThatThrownBy(() -> requests.context(id, "browser")).isInstanceOf(CryptoException.class);
    }

    @Test
    void hasALimit() {
        begin();

        assertThatThrownBy(() -> requests.keepContext(id, "x".repeat(16_385)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("16384");
        assertThat(requests.keepContext(id, "x".repeat(16_384))).isTrue();
    }

    @Test
    void aPageIsToldWhenTheHandlerHasGivenUp() {
        begin();
        answer();
        assertThat(requests.view(id, "browser"))
                .get()
                .extracting(RequestView::phase)
                .isEqualTo(Phase.PROCESSING);

        for (int attempt = 0; attempt < DeliveryPolicy.DEFAULT.mostAttempts(); attempt++) {
            requests.deliverDue(outcome -> {
                throw new IllegalStateException();
            });
            world.clock.advance(DeliveryPolicy.DEFAULT.pauseAfter(attempt + 1).plusSeconds(1));
        }

        assertThat(requests.count(RequestStatus.DEAD)).isEqualTo(1);
        assertThat(requests.view(id, "browser")).get().satisfies(view -> {
            assertThat(view.phase()).isEqualTo(Phase.FAILED);
            assertThat(view.code()).isEmpty();
            assertThat(view.userMessage(Locale.ENGLISH).orElseThrow()).contains("could not process");
        });
        assertThat(requests.revive(id)).isTrue();
        assertThat(requests.view(id, "browser"))
                .get()
                .extracting(RequestView::phase)
                .isEqualTo(Phase.PROCESSING);
    }

    @Test
    void aHandlerMayKeepOneWithTheRequestThatItHandles() {
        begin();
        answer();

        requests.deliverDue(outcome -> requests.keepContext(id, CONTEXT));

        assertThat(requests.view(id, "browser"))
                .get()
                .extracting(RequestView::phase)
                .isEqualTo(Phase.COMPLETED);
        assertThat(requests.context(id, "browser")).contains(CONTEXT);
        world.clock.advance(DeliveryPolicy.DEFAULT.lease().plusSeconds(1));
        assertThat(world.delivered()).as("it is not handled twice").isEmpty();
    }

    @Test
    void aHandlerThatKeepsOneAndFailsIsCalledAgainAsOftenAsAnyOther() {
        begin();
        answer();

        for (int attempt = 0; attempt < DeliveryPolicy.DEFAULT.mostAttempts(); attempt++) {
            requests.deliverDue(outcome -> {
                requests.keepContext(id, CONTEXT);
                throw new IllegalStateException();
            });
            world.clock.advance(DeliveryPolicy.DEFAULT.pauseAfter(attempt + 1).plusSeconds(1));
        }

        assertThat(requests.count(RequestStatus.DEAD)).isEqualTo(1);
    }
}
