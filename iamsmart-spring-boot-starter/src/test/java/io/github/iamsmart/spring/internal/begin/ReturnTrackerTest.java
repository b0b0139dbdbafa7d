package io.github.iamsmart.spring.internal.begin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.internal.signin.Visitor;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ReturnTrackerTest {

    private static final URI APPLICATION = URI.create("https://permits.example.gov.hk");
    private static final Duration LIFETIME = Duration.ofMinutes(18);

    private final MutableClock clock = new MutableClock();
    private final Visitor visitor = new Visitor();
    private final ReturnTracker tracker = node("the-secret");

    private ReturnTracker node(String secret) {
        return new ReturnTracker(CookieSeal.of(secret), clock);
    }

    private AnonymousRequest begin() {
        AnonymousRequest sent = new AnonymousRequest(
                BusinessId.random(),
                State.random(),
                "ticket",
                APPLICATION,
                Set.of(),
                Source.PC_BROWSER,
                Optional.empty(),
                clock.instant().plus(LIFETIME),
                APPLICATION,
                Optional.empty());
        MockHttpServletResponse response = new MockHttpServletResponse();
        tracker.begin(visitor.request(), response, APPLICATION, sent, Language.ZH_CN);
        visitor.receive(response);
        return sent;
    }

    private Optional<PendingReturn> find(ReturnTracker node, Visitor one, State state) {
        return node.find(one.request(), APPLICATION, state);
    }

    @Test
    void anyNodeWithTheSameSecretKnowsTheBrowser() {
        AnonymousRequest sent = begin();

        assertThat(find(node("the-secret"), visitor, sent.state())).hasValueSatisfying(pending -> {
            assertThat(pending.businessId()).isEqualTo(sent.businessId());
            assertThat(pending.language()).isEqualTo(Language.ZH_CN);
            assertThat(pending.completed()).isFalse();
        });
        assertThat(find(node("another-secret"), visitor, sent.state())).isEmpty();
        assertThat(find(tracker, new Visitor(), sent.state())).isEmpty();
        assertThat(find(tracker, visitor, State.random())).isEmpty();
    }

    @Test
    void theCookieIsOfThisHostAloneAndTellsNothing() {
        AnonymousRequest sent = begin();

        assertThat(visitor.cookies().values()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName())
                    .startsWith("__Host-iamsmart-return-")
                    .doesNotContain(sent.state().value());
            assertThat(cookie.getValue())
                    .doesNotContain(sent.businessId().value(), sent.state().value());
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.getMaxAge()).isEqualTo(28 * 60);
        });
    }

    @Test
    void severalWaitAtOnceAndTheOldestGivesWay() {
        AnonymousRequest first = begin();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            begin();
        }
        assertThat(find(tracker, visitor, first.state())).isPresent();

        clock.advance(Duration.ofSeconds(1));
        AnonymousRequest last = begin();

        assertThat(find(tracker, visitor, first.state())).isEmpty();
        assertThat(find(tracker, visitor, last.state())).isPresent();
        assertThat(visitor.cookies()).hasSize(5);
    }

    @Test
    void whatIsCompleteGivesWayBeforeWhatStillWaits() {
        AnonymousRequest waiting = begin();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            AnonymousRequest other = begin();
            PendingReturn pending = find(tracker, visitor, other.state()).orElseThrow();
            MockHttpServletResponse response = new MockHttpServletResponse();
            tracker.complete(visitor.request(), response, APPLICATION, other.state(), pending);
            visitor.receive(response);
        }

        begin();

        assertThat(find(tracker, visitor, waiting.state())).isPresent();
    }

    @Test
    void remembersThatTheBrowserHasComeBack() {
        AnonymousRequest sent = begin();
        PendingReturn pending = find(tracker, visitor, sent.state()).orElseThrow();
        MockHttpServletResponse response = new MockHttpServletResponse();

        tracker.complete(visitor.request(), response, APPLICATION, sent.state(), pending);
        visitor.receive(response);

        assertThat(find(tracker, visitor, sent.state())).hasValue(pending.complete());
        assertThat(visitor.cookies()).hasSize(1);
    }

    @Test
    void forgetsWhatIsTooOld() {
        AnonymousRequest sent = begin();
        clock.advance(LIFETIME.plusMinutes(9));
        assertThat(find(tracker, visitor, sent.state()))
                .as("it is told that it is late")
                .isPresent();

        clock.advance(Duration.ofMinutes(1));

        assertThat(find(tracker, visitor, sent.state())).isEmpty();
    }

    @Test
    void leavesAloneWhatAnotherReleaseWrote() {
        byte[] bytes = new PendingReturn(BusinessId.random(), Language.EN_US, false, clock.instant()).bytes();
        bytes[0]++;

        assertThat(PendingReturn.of(bytes)).isEmpty();
        assertThat(PendingReturn.of(new byte[] {1, 2})).isEmpty();
    }
}
