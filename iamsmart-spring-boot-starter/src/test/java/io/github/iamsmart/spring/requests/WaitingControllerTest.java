package io.github.iamsmart.spring.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import io.github.iamsmart.bulksigning.BulkPart;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.spring.requests.World.Begun;
import io.github.iamsmart.tracking.RequestView;
import io.github.iamsmart.tracking.RequestView.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class WaitingControllerTest {

    private final World world = new World();
    private final RequestWatch watch = new RequestWatch(world.tracker, world::progress);
    private final WaitingStreams streams = new WaitingStreams(watch, 10, world.clock);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new WaitingController(watch, streams, World.settings(null)))
            .addPlaceholderValue("iamsmart.sign-in.path-prefix", "/iamsmart")
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
        Begun begun = world.begin();

        MockHttpServletResponse response = state(begun);

        assertThat(response.getContentAsString())
                .isEqualTo("{\"businessId\":\"" + begun.id()
                        + "\",\"kind\":\"test\",\"status\":\"pending\",\"expiresAt\":\"2026-11-23T08:18:00Z\"}");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tellsThatTheTimeIsUpBeforeAnybodyHasNotedIt() throws Exception {
        Begun begun = world.begin();

        world.clock.advance(Duration.ofMinutes(18));

        assertThat(state(begun).getContentAsString()).contains("\"status\":\"timed-out\"", "\"message\":\"");
    }

    @Test
    void sendsTheStateAtOnceAndASignOfLifeNowAndThen() throws Exception {
        MockHttpServletResponse response = listen(world.begin());
        assertThat(response.getContentAsString())
                .contains("event:state\n", "\"status\":\"pending\"")
                .doesNotContain("waiting\n");

        streams.beat();
        assertThat(response.getContentAsString()).doesNotContain("waiting\n");
        world.clock.advance(Duration.ofSeconds(15));
        streams.beat();
        streams.beat();

        assertThat(response.getContentAsString()).containsOnlyOnce(":waiting\n").containsOnlyOnce("event:state\n");
    }

    @Test
    void seesACallbackThatCameToAnotherNode() throws Exception {
        Begun begun = world.begin();
        MockHttpServletResponse response = listen(begun);

        world.answer(world.node(), begun, ErrorCode.SUCCESS);
        streams.beat();

        assertThat(response.getContentAsString())
                .contains("\"status\":\"completed\"")
                .doesNotContain("the result");
        assertThat(streams.size()).isZero();
    }

    @Test
    void sendsTheEndOnce() throws Exception {
        Begun begun = world.begin();
        MockHttpServletResponse response = listen(begun);

        world.clock.advance(Duration.ofMinutes(18));
        streams.beat();
        streams.beat();

        assertThat(response.getContentAsString()).containsOnlyOnce("\"status\":\"timed-out\"");
        assertThat(streams.size()).isZero();
    }

    @Test
    void endsAStreamWhoseRequestIsForgotten() throws Exception {
        Begun begun = world.begin();
        listen(begun);

        world.tracker.withdraw(begun.id());
        streams.beat();

        assertThat(streams.size()).isZero();
    }

    @Test
    void doesNotLetOneBrowserTakeAllStreams() throws Exception {
        Begun begun = world.begin();
        for (int i = 0; i < 8; i++) {
            assertThat(listen(world.beginAnother(begun)).getStatus()).isEqualTo(200);
        }

        assertThat(listen(begun).getStatus()).isEqualTo(503);
        assertThat(listen(world.begin()).getStatus()).isEqualTo(200);
        assertThat(streams.size()).isEqualTo(9);
    }

    @Test
    void endsAllStreamsWithTheApplication() throws Exception {
        listen(world.begin());
        listen(world.begin());
        streams.start();

        streams.stop();

        assertThat(streams.size()).isZero();
        assertThat(streams.isRunning()).isFalse();
    }

    @Test
    void tellsHowManyCallbacksOfABulkSigningHaveCome() throws Exception {
        Begun begun = world.begin(BulkSigningApi.KIND);
        MockHttpServletResponse response = listen(begun);
        assertThat(response.getContentAsString()).doesNotContain("progress");

        world.cameSoFar(begun, new BulkSigningProgress(7, new TreeSet<>(Set.of(BulkPart.TOKEN, 2, 5))));
        streams.beat();
        streams.beat();

        String progress = "\"progress\":{\"received\":2,\"announced\":7}";
        assertThat(response.getContentAsString()).containsOnlyOnce(progress);
        assertThat(state(begun).getContentAsString()).contains("\"status\":\"pending\"", progress);
        assertThat(streams.size()).isEqualTo(1);
    }

    @Test
    void asksForNoPartsWhereThereAreNone() throws Exception {
        Begun begun = world.begin();
        world.cameSoFar(begun, new BulkSigningProgress(7, new TreeSet<>(Set.of(2))));

        assertThat(state(begun).getContentAsString()).doesNotContain("progress");
    }

    @Test
    void opensNoStreamForWhoeverOnlyAsksForTheHead() throws Exception {
        Begun begun = world.begin();

        mvc.perform(head(begun.path() + "/events").cookie(begun.cookie()));

        assertThat(streams.size()).isZero();
    }

    @Test
    void escapesWhatIsNotPlainText() {
        RequestView view = new RequestView(
                new BusinessId("</script>\"\\&"), "test", Phase.WAITING, Optional.empty(), Instant.EPOCH);

        assertThat(WaitingState.of(new RequestWatch.Sight(view, BulkSigningProgress.NONE), Locale.ENGLISH)
                        .toString())
                .startsWith("{\"businessId\":\"\\u003c/script\\u003e\\u0022\\u005c\\u0026\",");
    }
}
