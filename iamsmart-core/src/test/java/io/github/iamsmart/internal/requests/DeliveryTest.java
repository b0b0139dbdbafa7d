package io.github.iamsmart.internal.requests;

import static io.github.iamsmart.internal.requests.TrackedWorld.delivered;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.Crowd;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every request that was begun ends, the application hears of its end, and a handler that fails is called again. */
@Timeout(60)
class DeliveryTest {

    private final TrackedWorld world = new TrackedWorld();
    private final RequestTracker node = world.node;
    private final RequestTracker otherNode = world.otherNode;

    private static void failing(RequestOutcome<?> outcome) throws IOException {
        throw new IOException("canary of the application's");
    }

    private void failUntilDead() {
        for (int i = 0; i < TrackedWorld.POLICY.mostAttempts(); i++) {
            node.deliverDue(DeliveryTest::failing);
            world.clock.advance(Duration.ofSeconds(5));
        }
        assertThat(node.count(RequestStatus.DEAD)).isEqualTo(1);
    }

    @Test
    void anOutcomeIsDeliveredOnceWithWhatTheApplicationGaveForIt() {
        BusinessId id = world.answered();

        assertThat(delivered(node)).singleElement().satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(Completed.class);
            assertThat(outcome.request().businessId()).isEqualTo(id);
            assertThat(outcome.request().reference()).contains("permit-7");
        });
        assertThat(delivered(node)).isEmpty();
        assertThat(delivered(otherNode)).isEmpty();
        assertThat(node.outcome(id, TrackedWorld.KIND)).get().isInstanceOf(Completed.class);
    }

    @Test
    void aDeliveredOutcomeIsRememberedForAnHour() {
        BusinessId id = world.answered();
        delivered(node);

        world.clock.advance(Duration.ofHours(1).minusMillis(1));
        delivered(node);
        assertThat(node.outcome(id, TrackedWorld.KIND)).isPresent();
        world.clock.advance(Duration.ofMillis(1));
        assertThat(delivered(node)).isEmpty();
        assertThat(node.outcome(id, TrackedWorld.KIND)).isEmpty();
        assertThat(world.store.find(id)).isEmpty();
    }

    @Test
    void aHandlerThatFailsTwiceIsCalledAThirdTimeAfterPausesThatDouble() {
        world.answered();

        node.deliverDue(DeliveryTest::failing);
        world.clock.advance(Duration.ofSeconds(2).minusMillis(1));
        assertThat(delivered(node)).isEmpty();
        world.clock.advance(Duration.ofMillis(1));
        node.deliverDue(DeliveryTest::failing);
        world.clock.advance(Duration.ofSeconds(4).minusMillis(1));
        assertThat(delivered(node)).isEmpty();
        world.clock.advance(Duration.ofMillis(1));

        assertThat(delivered(node)).singleElement().isInstanceOf(Completed.class);
        assertThat(node.count(RequestStatus.DELIVERED)).isEqualTo(1);
    }

    @Test
    void aPauseNeverGrowsBeyondTheLongest() {
        assertThat(TrackedWorld.POLICY.pauseAfter(1)).hasSeconds(2);
        assertThat(TrackedWorld.POLICY.pauseAfter(2)).hasSeconds(4);
        assertThat(TrackedWorld.POLICY.pauseAfter(3)).hasSeconds(5);
        assertThat(DeliveryPolicy.DEFAULT.pauseAfter(9)).hasSeconds(512);
        assertThat(DeliveryPolicy.DEFAULT.pauseAfter(1_000_000)).hasMinutes(30);
    }

    @Test
    void whatNeverSucceedsIsDeadAndKeptAndCanBeRevived() {
        BusinessId id = world.answered();
        failUntilDead();

        assertThat(delivered(node)).isEmpty();
        assertThat(node.outcome(id, TrackedWorld.KIND)).get().isInstanceOf(Completed.class);
        world.clock.advance(Duration.ofDays(6));
        assertThat(delivered(node)).isEmpty();

        assertThat(otherNode.revive(id)).isTrue();
        assertThat(node.revive(id)).as("it lives").isFalse();
        assertThat(delivered(node)).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void whatIsRevivedHasAllItsAttemptsAgain() {
        BusinessId id = world.answered();
        failUntilDead();
        node.revive(id);
        failUntilDead();

        node.revive(id);
        assertThat(delivered(node)).hasSize(1);
    }

    @Test
    void whatIsDeadIsForgottenAfterAWeek() {
        BusinessId id = world.answered();
        failUntilDead();
        world.clock.advance(Duration.ofDays(7));

        assertThat(delivered(node)).isEmpty();
        assertThat(world.store.find(id)).isEmpty();
        assertThat(node.revive(id)).isFalse();
    }

    @Test
    void aRequestOfAKindThatThisNodeDoesNotKnowWaitsForOneThatDoes() {
        world.answered();
        RequestKind<String> other =
                RequestKind.builder("other", String.class, json -> "").build();
        RequestTracker old = TrackedWorld.tracker(world.store, other, world.clock);

        assertThat(delivered(old)).isEmpty();
        world.clock.advance(Duration.ofSeconds(2));
        assertThat(delivered(node)).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void anEndWithoutAnAnswerIsAnnouncedOnce() {
        BusinessId id = world.begun();
        world.clock.advance(Duration.ofMinutes(18).minusMillis(1));
        assertThat(delivered(node)).isEmpty();
        assertThat(node.view(id, "owner")).get().extracting(RequestView::phase).isEqualTo(Phase.WAITING);

        world.clock.advance(Duration.ofMillis(1));
        assertThat(node.view(id, "owner")).get().extracting(RequestView::phase).isEqualTo(Phase.TIMED_OUT);
        assertThat(delivered(node)).singleElement().satisfies(outcome -> {
            assertThat(outcome.request().businessId()).isEqualTo(id);
            assertThat(outcome).isEqualTo(new TimedOut<>(outcome.request(), Optional.empty()));
        });
        assertThat(delivered(node)).isEmpty();
        assertThat(delivered(otherNode)).isEmpty();
    }

    @Test
    void anEndIsAnnouncedOnceThoughManyNodesLookAtTheSameMoment() throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            world.begun();
        }
        world.clock.advance(Duration.ofMinutes(18));

        List<BusinessId> announced = Crowd.of(8, () -> delivered(world.newNode())).stream()
                .flatMap(List::stream)
                .map(outcome -> outcome.request().businessId())
                .toList();

        assertThat(announced).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void aFailingHandlerHearsOfAnEndAgainToo() {
        world.begun();
        world.clock.advance(Duration.ofMinutes(18));
        node.deliverDue(DeliveryTest::failing);
        world.clock.advance(Duration.ofSeconds(2));

        assertThat(delivered(otherNode)).singleElement().isInstanceOf(TimedOut.class);
    }

    @Test
    void anAnswerThatComesAfterTheEndChangesNothing() {
        State state = State.random();
        BusinessId id = world.begun(state);
        world.clock.advance(Duration.ofMinutes(18));

        assertThat(world.received(id, state, ErrorCode.SUCCESS)).isEqualTo(Receipt.Status.NOT_WAITING);
        delivered(node);
        assertThat(world.received(id, state, ErrorCode.SUCCESS)).isEqualTo(Receipt.Status.NOT_WAITING);
        assertThat(delivered(node)).isEmpty();
    }

    @Test
    void nobodyElseDeliversWhileTheLeaseRuns() {
        world.answered();
        List<RequestOutcome<?>> meanwhile = new ArrayList<>();

        node.deliverDue(outcome -> {
            world.clock.advance(Duration.ofMinutes(5).minusMillis(1));
            meanwhile.addAll(delivered(otherNode));
        });

        assertThat(meanwhile).isEmpty();
        assertThat(delivered(otherNode)).isEmpty();
    }

    @Test
    void anotherNodeTakesOverWhenTheLeaseHasEndedAndTheFirstChangesNothingAnyMore() {
        world.answered();
        List<RequestOutcome<?>> takenOver = new ArrayList<>();

        node.deliverDue(outcome -> {
            world.clock.advance(Duration.ofMinutes(5));
            takenOver.addAll(delivered(otherNode));
            throw new IOException("too late");
        });

        assertThat(takenOver).singleElement().isInstanceOf(Completed.class);
        assertThat(node.count(RequestStatus.DELIVERED)).isEqualTo(1);
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(delivered(node)).isEmpty();
        assertThat(delivered(otherNode)).isEmpty();
    }

    @Test
    void aNodeThatDiesInTheHandlerIsReplacedByAnother() throws InterruptedException {
        world.answered();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Thread dead = new Thread(() -> node.deliverDue(outcome -> {
            inside.countDown();
            never.await();
        }));
        dead.setDaemon(true);
        dead.start();
        inside.await();

        assertThat(delivered(otherNode)).isEmpty();
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(delivered(otherNode)).hasSize(1);
        never.countDown();
        dead.join();
    }

    @Test
    void anInterruptionEndsTheRoundAndIsKept() {
        world.answered();
        world.answered();
        List<RequestOutcome<?>> offered = new ArrayList<>();

        node.deliverDue(outcome -> {
            offered.add(outcome);
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(offered).hasSize(1);
        assertThat(delivered(node)).as("the other one").hasSize(1);
        world.clock.advance(Duration.ofSeconds(2));
        assertThat(delivered(node)).as("the one that was interrupted").hasSize(1);
    }

    @Test
    void moreThanOneBatchIsDeliveredInOneRound() {
        for (int i = 0; i < 250; i++) {
            world.answered();
        }

        assertThat(delivered(node)).hasSize(250);
    }

    @Test
    void anErrorOfAHandlerIsAFailedAttemptAndKeepsNobodyWaiting() {
        BusinessId first = world.answered();
        BusinessId second = world.answered();
        List<BusinessId> handled = new ArrayList<>();
        RequestHandler missesAClass = outcome -> {
            if (outcome.request().businessId().equals(first)) {
                throw new NoClassDefFoundError("com/example/Missing");
            }
            handled.add(outcome.request().businessId());
        };

        for (int i = 0; i < TrackedWorld.POLICY.mostAttempts(); i++) {
            node.deliverDue(missesAClass);
            world.clock.advance(Duration.ofSeconds(5));
        }

        assertThat(handled).containsExactly(second);
        assertThat(node.count(RequestStatus.DEAD)).isEqualTo(1);
        assertThat(node.revive(first)).isTrue();
        assertThat(delivered(node)).singleElement().isInstanceOf(Completed.class);
    }
}
