package io.github.iamsmart.callback;

import static io.github.iamsmart.callback.CallbackWorld.JSON;
import static io.github.iamsmart.callback.CallbackWorld.passed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A result that comes to another node than its request, where each keeps its own: the log says it. */
class LostRequestTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(CallbackApi.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final CallbackWorld service = new CallbackWorld();
    private final FlowWorld world = service.world;
    private final IamSmartClient otherNode = node(new MemoryRequestStore());
    private final RequestOptions request = service.ask();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        otherNode.close();
        service.close();
    }

    private IamSmartClient node(RequestStore store) {
        return world.gateway.client().clock(world.clock).requestStore(store).build();
    }

    private List<ILoggingEvent> warnings() {
        return log.list.stream()
                .filter(event -> event.getFormattedMessage().contains("A result of iAM Smart is lost"))
                .toList();
    }

    @Test
    void aGenuineCallbackAtAnotherNodeIsSaidOnceWithWhatToDo() {
        byte[] callback = service.genuine(request);

        assertThat(otherNode.callbacks().accept(callback, JSON)).isInstanceOf(Refused.class);
        assertThat(otherNode.callbacks().accept(callback, JSON)).isInstanceOf(Refused.class);

        assertThat(warnings()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("several nodes", "restarted", "RequestStore", "AnswerPartStore", "docs/callbacks.md")
                    .doesNotContain(
                            request.businessId().value(), request.state().value());
        });
    }

    @Test
    void whatIsNotProvedToBeTheGatewaysIsNoSign() {
        byte[] foreign = service.foreignKey().callback("D00000", passed(request));
        byte[] inClear = ("{\"code\":\"D40000\",\"businessID\":\"" + request.businessId() + "\",\"state\":\""
                        + request.state().value() + "\"}")
                .getBytes(UTF_8);

        for (byte[] body : List.of(foreign, inClear, "garbage".getBytes(UTF_8), "{}".getBytes(UTF_8))) {
            assertThat(otherNode.callbacks().accept(body, JSON)).isInstanceOf(Refused.class);
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aRequestThatThisNodeKnowsIsNoSign() {
        assertThat(service.accept(world.gateway.callback(
                        "D00000", passed(request.businessId(), State.random().value()))))
                .as("another state")
                .isInstanceOf(Refused.class);
        world.clock.advance(Duration.ofMinutes(18));
        assertThat(service.accept(service.genuine(request))).as("too late").isInstanceOf(Refused.class);
        assertThat(service.accept(service.genuine(service.ask()))).isInstanceOf(Accepted.class);

        assertThat(warnings()).isEmpty();
    }

    @Test
    void nodesThatShareAStoreLoseNothing() {
        try (IamSmartClient sharing = node(new Shared())) {
            assertThat(sharing.callbacks().accept(service.genuine(request), JSON))
                    .isInstanceOf(Refused.class);
        }
        assertThat(warnings()).isEmpty();
    }

    /** Stands for a database, from which an operator has deleted a request. */
    private static final class Shared implements RequestStore {

        private final MemoryRequestStore rows = new MemoryRequestStore();

        @Override
        public boolean create(StoredRequest request) {
            return rows.create(request);
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            return rows.find(businessId);
        }

        @Override
        public boolean replace(StoredRequest next) {
            return rows.replace(next);
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant now, int limit) {
            return rows.due(clientId, now, limit);
        }

        @Override
        public void remove(BusinessId businessId) {
            rows.remove(businessId);
        }

        @Override
        public long count(String clientId, RequestStatus status) {
            return rows.count(clientId, status);
        }
    }
}
