package io.github.iamsmart.spring.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.internal.requests.RequestTracker;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.TestRequests;
import io.github.iamsmart.spring.TestRequests.Begun;
import io.github.iamsmart.spring.internal.requests.OutcomeDispatcher;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class WaitingControllerTest {

    private final TestRequests requests = new TestRequests();
    private final WaitingStreamRegistry streams = new WaitingStreamRegistry(requests.tracker, 10, requests.clock);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new WaitingController(requests.tracker, streams, TestRequests.endpoints(null)))
            .addPlaceholderValue("iamsmart.path-prefix", "/iamsmart")
            .build();

    private MockHttpServletResponse listen(Begun begun) throws Exception {
        return mvc.perform(get(begun.path() + "/events").cookie(begun.cookie()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse state(Begun begun) throws Exception {
        return mvc.perform(get(begun.path()).cookie(begun.cookie())).andReturn().getResponse();
    }

    @Test
    void tellsHowFarARequestIs() throws Exception {
        Begun begun = requests.begin();

        MockHttpServletResponse response = state(begun);

        assertThat(response.getContentAsString())
                .isEqualTo("{\"businessId\":\"" + begun.id()
                        + "\",\"kind\":\"test\",\"status\":\"pending\",\"expiresAt\":\"2026-11-23T08:18:00Z\"}");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void speaksTheLanguageOfItsPage() throws Exception {
        Begun begun = requests.begin();
        PageContext context =
                new PageContext("/", "/", true, Optional.empty(), Optional.empty(), Optional.empty(), Language.ZH_HK);
        requests.tracker.keepContext(begun.id(), context.json());
        requests.answer(requests.tracker, begun, ErrorCode.of("D70000"));
        String message = ErrorCode.of("D70000").userMessage(Language.ZH_HK.locale());

        for (String path : List.of(begun.path(), begun.path() + "/events")) {
            String body = mvc.perform(get(path).cookie(begun.cookie()).header("Accept-Language", "en"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(body).contains(message);
        }
    }

    @Test
    void tellsThatTheTimeIsUpBeforeAnybodyHasNotedIt() throws Exception {
        Begun begun = requests.begin();

        requests.clock.advance(Duration.ofMinutes(18));

        assertThat(state(begun).getContentAsString()).contains("\"status\":\"timed-out\"", "\"message\":\"");
    }

    @Test
    void sendsTheStateAtOnceAndASignOfLifeNowAndThen() throws Exception {
        MockHttpServletResponse response = listen(requests.begin());
        assertThat(response.getContentAsString())
                .contains("event:state\n", "\"status\":\"pending\"")
                .doesNotContain("waiting\n");

        streams.run();
        assertThat(response.getContentAsString()).doesNotContain("waiting\n");
        requests.clock.advance(Duration.ofSeconds(15));
        streams.run();
        streams.run();

        assertThat(response.getContentAsString()).containsOnlyOnce(":waiting\n").containsOnlyOnce("event:state\n");
    }

    @Test
    void seesACallbackThatCameToAnotherNode() throws Exception {
        Begun begun = requests.begin();
        MockHttpServletResponse response = listen(begun);

        RequestTracker other = requests.node();
        requests.answer(other, begun, ErrorCode.SUCCESS);
        streams.run();
        assertThat(response.getContentAsString())
                .contains("\"status\":\"processing\"")
                .doesNotContain("completed");
        assertThat(streams.size()).isEqualTo(1);

        other.deliverDue(outcome -> {});
        streams.run();
        assertThat(response.getContentAsString())
                .contains("\"status\":\"completed\"")
                .doesNotContain("the result");
        assertThat(streams.size()).isZero();
    }

    @Test
    void isProcessingAsLongAsAHandlerMayYetTakeTheResult() throws Exception {
        Begun begun = requests.begin();
        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);
        List<String> whileHandling = new ArrayList<>();

        requests.tracker.deliverDue(outcome -> {
            whileHandling.add(state(begun).getContentAsString());
            throw new IllegalStateException("The database is away.");
        });
        assertThat(whileHandling).singleElement().asString().contains("\"status\":\"processing\"");
        assertThat(state(begun).getContentAsString()).contains("\"status\":\"processing\"");

        requests.clock.advance(Duration.ofMinutes(1));
        requests.tracker.deliverDue(outcome -> {});
        assertThat(state(begun).getContentAsString()).contains("\"status\":\"completed\"");
    }

    @Test
    void saysOfAResultThatNoHandlerCouldTakeThatNothingIsLost() throws Exception {
        Begun begun = requests.begin();
        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);

        for (int i = 0; i < DeliveryPolicy.DEFAULT.mostAttempts(); i++) {
            requests.tracker.deliverDue(outcome -> {
                throw new IllegalStateException("The database is away.");
            });
            requests.clock.advance(Duration.ofMinutes(30));
        }

        assertThat(state(begun).getContentAsString())
                .contains("\"status\":\"failed\"", "Your approval has arrived, but", "Nothing is lost")
                .doesNotContain("code");
        assertThat(requests.tracker.revive(begun.id())).isTrue();
        assertThat(state(begun).getContentAsString()).contains("\"status\":\"processing\"");
        requests.tracker.deliverDue(outcome -> {});
        assertThat(state(begun).getContentAsString()).contains("\"status\":\"completed\"");
    }

    @Test
    void whatIsDeliveredHereIsSentAtOnce() throws Exception {
        RequestDelivery delivery = new RequestDelivery(requests.tracker, outcome -> {}, Duration.ofHours(1));
        delivery.whenDelivered(streams::run);
        Begun begun = requests.begin();
        MockHttpServletResponse response = listen(begun);
        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);

        delivery.run();

        assertThat(response.getContentAsString()).contains("\"status\":\"completed\"");
    }

    @Test
    void isCompletedWithoutAnyHandler() throws Exception {
        Begun begun = requests.begin();
        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);

        requests.tracker.deliverDue(
                new OutcomeDispatcher("default", List.of(TestRequests.KIND), List.of(), event -> {})::handle);

        assertThat(state(begun).getContentAsString()).contains("\"status\":\"completed\"");
    }

    @Test
    void sendsTheEndOnce() throws Exception {
        Begun begun = requests.begin();
        MockHttpServletResponse response = listen(begun);

        requests.clock.advance(Duration.ofMinutes(18));
        streams.run();
        streams.run();

        assertThat(response.getContentAsString()).containsOnlyOnce("\"status\":\"timed-out\"");
        assertThat(streams.size()).isZero();
    }

    @Test
    void aRequestThatTheStoreCannotReadKeepsNoOtherWaiting() throws Exception {
        Begun locked = requests.begin();
        Begun begun = requests.begin();
        Set<BusinessId> unreadable = new HashSet<>();
        WaitingStreamRegistry some = new WaitingStreamRegistry(reading(unreadable), 30, requests.clock);
        open(some, locked);
        open(some, begun);
        unreadable.add(locked.id());

        requests.answer(requests.node(), begun, ErrorCode.SIGNING_CANCELLED);
        some.run();
        assertThat(some.size()).as("only the one that cannot be read").isEqualTo(1);

        unreadable.clear();
        requests.answer(requests.node(), locked, ErrorCode.SIGNING_CANCELLED);
        some.run();
        assertThat(some.size()).isZero();
    }

    @Test
    void anOutageOfTheStoreEndsTheRound() throws Exception {
        Set<BusinessId> unreadable = new HashSet<>();
        WaitingStreamRegistry some = new WaitingStreamRegistry(reading(unreadable), 30, requests.clock);
        for (int i = 0; i < 20; i++) {
            Begun begun = requests.begin();
            open(some, begun);
            unreadable.add(begun.id());
        }

        assertThatThrownBy(some::run).isInstanceOf(StoreException.class);
        assertThat(some.size()).isEqualTo(20);
    }

    private SseEmitter open(WaitingStreamRegistry registry, Begun begun) {
        String owner = begun.options().owner().orElseThrow();
        return registry.open(requests.tracker.view(begun.id(), owner).orElseThrow(), owner, Locale.ENGLISH)
                .orElseThrow();
    }

    @Test
    void saysWhenToAskAgainWhereTheStoreIsAway() throws Exception {
        Begun begun = requests.begin();
        for (RuntimeException problem :
                List.of(new StoreException("secret-host:5432"), new IllegalStateException("secret-host:5432"))) {
            Requests away = (Requests) Proxy.newProxyInstance(
                    Requests.class.getClassLoader(), new Class<?>[] {Requests.class}, (proxy, method, arguments) -> {
                        throw problem;
                    });
            MockMvc failing = MockMvcBuilders.standaloneSetup(
                            new WaitingController(away, streams, TestRequests.endpoints(null)))
                    .addPlaceholderValue("iamsmart.path-prefix", "/iamsmart")
                    .build();
            for (String path : List.of(begun.path(), begun.path() + "/events")) {
                MockHttpServletResponse response = failing.perform(get(path).cookie(begun.cookie()))
                        .andReturn()
                        .getResponse();

                assertThat(response.getStatus()).as(path).isEqualTo(503);
                assertThat(response.getHeader("Retry-After")).isEqualTo("5");
                assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
                assertThat(response.getContentAsString()).isEmpty();
            }
        }
    }

    private Requests reading(Set<BusinessId> unreadable) {
        return (Requests) Proxy.newProxyInstance(
                Requests.class.getClassLoader(), new Class<?>[] {Requests.class}, (proxy, method, arguments) -> {
                    if (unreadable.contains(arguments[0])) {
                        throw new StoreException("This row is locked.");
                    }
                    return method.invoke(requests.tracker, arguments);
                });
    }

    @Test
    void endsAStreamWhoseRequestIsForgotten() throws Exception {
        Begun begun = requests.begin();
        listen(begun);

        requests.tracker.withdraw(TestRequests.KIND, begun.id());
        streams.run();

        assertThat(streams.size()).isZero();
    }

    @Test
    void aPageMayBeLoadedAgainHoweverOften() throws Exception {
        Begun begun = requests.begin();
        for (int i = 0; i < 20; i++) {
            assertThat(listen(begun).getStatus()).isEqualTo(200);
        }

        assertThat(streams.size()).isEqualTo(8);
        assertThat(listen(requests.begin()).getStatus()).isEqualTo(200);
    }

    @Test
    void theOldestStreamOfABrowserGivesWayToItsNinth() throws Exception {
        Begun begun = requests.begin();
        MockHttpServletResponse oldest = listen(begun);
        for (int i = 0; i < 8; i++) {
            assertThat(listen(requests.beginAnother(begun)).getStatus()).isEqualTo(200);
        }
        assertThat(streams.size()).isEqualTo(8);

        requests.answer(requests.node(), begun, ErrorCode.SIGNING_CANCELLED);
        streams.run();

        assertThat(oldest.getContentAsString()).doesNotContain("declined");
    }

    @Test
    void whereThereIsNoRoomABrowserTakesItsOwnPlaceOnly() throws Exception {
        Begun begun = requests.begin();
        listen(begun);
        for (int i = 1; i < 10; i++) {
            listen(requests.begin());
        }

        assertThat(listen(requests.begin()).getStatus()).isEqualTo(503);
        assertThat(listen(begun).getStatus()).isEqualTo(200);
        assertThat(streams.size()).isEqualTo(10);
    }

    @Test
    void endsAllStreamsWithTheApplication() throws Exception {
        listen(requests.begin());
        listen(requests.begin());
        streams.start();

        streams.stop();

        assertThat(streams.size()).isZero();
        assertThat(streams.isRunning()).isFalse();
    }

    @Test
    void tellsHowManyPartsHaveCome() throws Exception {
        Begun begun = requests.begin(TestRequests.KIND_IN_PARTS);
        MockHttpServletResponse response = listen(begun);
        assertThat(response.getContentAsString()).doesNotContain("progress");

        requests.receiveParts(begun, 7, Part.PRELIMINARY.number(), 2, 5);
        streams.run();
        streams.run();

        String progress = "\"progress\":{\"received\":2,\"announced\":7}";
        assertThat(response.getContentAsString()).containsOnlyOnce(progress);
        assertThat(state(begun).getContentAsString()).contains("\"status\":\"pending\"", progress);
        assertThat(streams.size()).isEqualTo(1);
    }

    @Test
    void asksForNoPartsWhereThereAreNone() throws Exception {
        Begun begun = requests.begin();
        requests.receiveParts(begun, 7, 2);

        assertThat(state(begun).getContentAsString()).doesNotContain("progress");
    }

    @Test
    void opensNoStreamForWhoeverOnlyAsksForTheHead() throws Exception {
        Begun begun = requests.begin();

        mvc.perform(head(begun.path() + "/events").cookie(begun.cookie()));

        assertThat(streams.size()).isZero();
    }

    @Test
    void escapesWhatIsNotPlainText() {
        RequestView view = new RequestView(
                new BusinessId("</script>\"\\&"),
                "test",
                Phase.WAITING,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);

        assertThat(WaitingState.of(view, Locale.ENGLISH).toString())
                .startsWith("{\"businessId\":\"\\u003C/script\\u003E\\\"\\\\\\u0026\",");
    }
}
