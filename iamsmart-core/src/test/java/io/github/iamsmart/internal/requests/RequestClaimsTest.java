package io.github.iamsmart.internal.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.internal.requests.RequestClaims.Claimed;
import io.github.iamsmart.internal.requests.RequestClaims.Refused;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestClaimsTest {

    private static final RequestKind<String> KIND =
            TrackedWorld.KIND.anonymous().lifetime(Duration.ofMinutes(12)).build();

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final RequestTracker tracker = TrackedWorld.tracker(new MemoryRequestStore(), KIND, clock);
    private final RequestClaims claims = tracker.claims();
    private final BusinessId id = BusinessId.random();
    private final State state = State.random();

    @BeforeEach
    void begin() {
        tracker.begin(KIND, TrackedWorld.options(id, state).build(), TrackedWorld.SENT);
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
        assertThat(claims.claim(id, state)).isInstanceOf(Claimed.class);
        assertThat(claims.claim(id, state)).isEqualTo(Refused.BUSY);
        assertThat(tracker.view(id, "owner"))
                .get()
                .extracting(RequestView::phase)
                .as("the user has come back from the app")
                .isEqualTo(Phase.PROCESSING);
        assertThat(tracker.outcome(id, KIND)).isEmpty();
    }

    @Test
    void knowsNeitherAnotherStateNorAnotherRequest() {
        assertThat(claims.claim(id, State.random())).isEqualTo(Refused.UNKNOWN);
        assertThat(claims.claim(BusinessId.random(), state)).isEqualTo(Refused.UNKNOWN);
    }

    @Test
    void whatWasGivenBackCanBeClaimedAgain() {
        claims.release((Claimed) claims.claim(id, state));

        assertThat(claims.claim(id, state)).isInstanceOf(Claimed.class);
    }

    @Test
    void aClaimInTheLastMomentHasTimeToFetch() {
        clock.advance(Duration.ofMinutes(12).minusSeconds(1));
        Claimed claim = (Claimed) claims.claim(id, state);
        clock.advance(Duration.ofSeconds(30));

        assertThat(delivered()).isEmpty();
        assertThat(tracker.outcome(claims.answer(claim, answer()), KIND)).isInstanceOf(Completed.class);
        assertThat(delivered()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void aClaimThatNobodyFinishesEndsWithTheRequest() {
        Claimed claim = (Claimed) claims.claim(id, state);
        clock.advance(Duration.ofMinutes(12));

        assertThat(claims.claim(id, state)).isEqualTo(Refused.ENDED);
        assertThat(tracker.outcome(id, KIND)).get().isInstanceOf(TimedOut.class);
        assertThat(delivered()).singleElement().isInstanceOf(TimedOut.class);
        // Whoever held it and wakes up now changes nothing.
        assertThat(tracker.outcome(claims.answer(claim, answer()), KIND)).isInstanceOf(TimedOut.class);
        claims.release(claim);
        assertThat(tracker.count(RequestStatus.PENDING)).isZero();
        assertThat(delivered()).isEmpty();
    }

    @Test
    void nothingIsClaimedTwice() {
        claims.answer((Claimed) claims.claim(id, state), answer());

        assertThat(claims.claim(id, state)).isEqualTo(Refused.ENDED);
        delivered();
        assertThat(claims.claim(id, state)).isEqualTo(Refused.ENDED);
    }

    @Test
    void noCallbackAnswersAnAnonymousRequest() {
        assertThat(tracker.receive(TrackedWorld.callback(id, state, answer())).status())
                .isEqualTo(Receipt.Status.NOT_WAITING);
    }
}
