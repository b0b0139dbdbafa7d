package io.github.iamsmart.callback;

import static io.github.iamsmart.callback.CallbackWorld.passed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.Crowd;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.requests.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callbacks at once. */
@Timeout(300)
class CallbackStormTest {

    private static final int THREADS = 8;
    private static final int EACH = 125;

    private final CallbackWorld service = new CallbackWorld();
    private final FlowWorld world = service.world;
    private final RequestOptions request = service.ask();

    @AfterEach
    void stop() {
        service.close();
    }

    private void storm() throws InterruptedException {
        byte[] forged = service.foreignKey().callback("D00000", passed(request.businessId(), "guess"));
        List<Boolean> refused = Crowd.of(
                THREADS, () -> IntStream.range(0, EACH).allMatch(i -> service.accept(forged) instanceof Refused));
        assertThat(refused).containsOnly(true);
    }

    @Test
    void aThousandForgedOnesCauseOneCallForTheKeyInTenSeconds() throws InterruptedException {
        int before = world.gateway.keyCalls();
        storm();
        assertThat(world.gateway.keyCalls() - before).isEqualTo(1);

        world.clock.advance(Duration.ofSeconds(10).minusMillis(1));
        storm();
        assertThat(world.gateway.keyCalls() - before).isEqualTo(1);

        world.clock.advance(Duration.ofMillis(1));
        storm();
        assertThat(world.gateway.keyCalls() - before).isEqualTo(2);
    }

    @Test
    void aNodeThatHasNoKeyYetAsksOnceToo() throws InterruptedException {
        try (CallbackWorld cold = new CallbackWorld()) {
            byte[] forged = cold.foreignKey().callback("D00000", passed(request));
            Crowd.of(
                    THREADS,
                    () -> IntStream.range(0, EACH)
                            .mapToObj(i -> cold.accept(forged))
                            .toList());
            assertThat(cold.world.gateway.keyCalls()).isEqualTo(1);
        }
    }

    @Test
    void theGenuineOneIsBelievedInTheMiddleOfAStorm() throws InterruptedException {
        byte[] forged = service.foreignKey().callback("D00000", passed(request.businessId(), "guess"));
        byte[] genuine = service.genuine(request);
        List<Class<?>> results = Crowd.of(THREADS, () -> {
                    IntStream.range(0, 20).forEach(i -> service.accept(forged));
                    return service.accept(genuine);
                })
                .stream()
                .<Class<?>>map(Object::getClass)
                .toList();

        assertThat(counted(results)).isEqualTo(Map.of(Accepted.class, 1L, Duplicate.class, THREADS - 1L));
    }

    @Test
    void fiveOfTheSameFromEachOfTwoThreadsAreAcceptedOnce() throws InterruptedException {
        byte[] genuine = service.genuine(request);
        List<Class<?>> results =
                Crowd.of(
                                2,
                                () -> IntStream.range(0, 5)
                                        .mapToObj(i -> service.accept(genuine))
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .<Class<?>>map(Object::getClass)
                        .toList();

        assertThat(counted(results)).isEqualTo(Map.of(Accepted.class, 1L, Duplicate.class, 9L));
        assertThat(world.delivered()).hasSize(1);
        assertThat(world.delivered()).isEmpty();
    }

    private static Map<Class<?>, Long> counted(List<Class<?>> results) {
        return results.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
