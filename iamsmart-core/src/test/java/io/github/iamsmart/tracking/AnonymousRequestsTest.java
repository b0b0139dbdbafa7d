package io.github.iamsmart.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.State;
import io.github.iamsmart.tracking.AnonymousRequests.Claimed;
import io.github.iamsmart.tracking.AnonymousRequests.Refused;
import io.github.iamsmart.tracking.RequestOutcome.Completed;
import io.github.iamsmart.tracking.RequestOutcome.TimedOut;
import io.github.iamsmart.tracking.RequestView.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnonymousRequestsTest {

    private static final RequestKind<String> KIND =
            RequestKind.anonymous("test", String.class, Duration.ofMinutes(12), json -> new String(json, UTF_8));

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final RequestTracker tracker = new RequestTracker(
            "client", new MemoryRequestStore(), List.of(KIND), SealedAnswer::content, DeliveryPolicy.DEFAULT, clock);
    private final AnonymousRequests requests = tracker.anonymous();
    private final BusinessId id = BusinessId.random();
    private final State state = State.random();

    @BeforeEach
    void begin() {
        tracker.begin(id, KIND, state, "owner", null);
    }

    private SealedAnswer answer() {
        return new SealedAnswer(ErrorCode.SUCCESS, null, "", "result".getBytes(UTF_8), clock.instant());
    }

    private List<RequestOutcome<?>> delivered() {
        List<RequestOutcome<?>> outcomes = new ArrayList<>();
        tracker.deliverDue(outcomes::add);
        return outcomes;
    }

    @Test
    void oneClaimsAndTheOthersWait() {
        assertThat(requests.claim(id, state)).isInstanceOf(Claimed.class);
        assertThat(requests.claim(id, state)).isEqualTo(Refused.BUSY);
        assertThat(tracker.view(id, "owner"))
                .get()
                .extracting(RequestView::phase)
                .isEqualTo(Phase.WAITING);
        assertThat(tracker.outcome(id, KIND)).isEmpty();
    }

    @Test
    void knowsNeitherAnotherStateNorAnotherRequest() {
        assertThat(requests.claim(id, State.random())).isEqualTo(Refused.UNKNOWN);
        assertThat(requests.claim(BusinessId.random(), state)).isEqualTo(Refused.UNKNOWN);
    }

    @Test
    void whatWasGivenBackCanBeClaimedAgain() {
        requests.release((Claimed) requests.claim(id, state));

        assertThat(requests.claim(id, state)).isInstanceOf(Claimed.class);
    }

    @Test
    void aClaimInTheLastMomentHasTimeToFetch() {
        clock.advance(Duration.ofMinutes(12).minusSeconds(1));
        Claimed claim = (Claimed) requests.claim(id, state);
        clock.advance(Duration.ofSeconds(30));

        assertThat(delivered()).isEmpty();
        assertThat(requests.answer(claim, answer(), KIND)).isInstanceOf(Completed.class);
        assertThat(delivered()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void aClaimThatNobodyFinishesEndsWithTheRequest() {
        Claimed claim = (Claimed) requests.claim(id, state);
        clock.advance(Duration.ofMinutes(12));

        assertThat(requests.claim(id, state)).isEqualTo(Refused.ENDED);
        assertThat(tracker.outcome(id, KIND)).get().isInstanceOf(TimedOut.class);
        assertThat(delivered()).singleElement().isInstanceOf(TimedOut.class);
        // Whoever held it and wakes up now changes nothing.
        assertThat(requests.answer(claim, answer(), KIND)).isInstanceOf(TimedOut.class);
        requests.release(claim);
        assertThat(tracker.count(RequestStatus.PENDING)).isZero();
        assertThat(delivered()).isEmpty();
    }

    @Test
    void nothingIsClaimedTwice() {
        requests.answer((Claimed) requests.claim(id, state), answer(), KIND);

        assertThat(requests.claim(id, state)).isEqualTo(Refused.ENDED);
        delivered();
        assertThat(requests.claim(id, state)).isEqualTo(Refused.ENDED);
    }

    @Test
    void noCallbackAnswersAnAnonymousRequest() {
        assertThat(tracker.receive(id, state.value(), answer())).isEqualTo(RequestTracker.Receipt.UNKNOWN);
    }
}
