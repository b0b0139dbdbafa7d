package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Brings an outcome to the application: to its handlers first, then as an event. If any of them throws, the attempt has
 * failed.
 */
public final class OutcomeDispatcher implements RequestHandler {

    private final String client;
    private final Map<String, RequestKind<?>> kinds;
    private final List<IamSmartRequestHandler<?>> handlers;
    private final ApplicationEventPublisher events;

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param kinds what may come
     * @param handlers of the application, in their order
     * @param events where {@link RequestOutcomeEvent} is published
     */
    public OutcomeDispatcher(
            String client,
            List<RequestKind<?>> kinds,
            List<IamSmartRequestHandler<?>> handlers,
            ApplicationEventPublisher events) {
        this.client = client;
        this.kinds = kinds.stream().collect(Collectors.toMap(RequestKind::name, Function.identity()));
        this.handlers = List.copyOf(handlers);
        this.events = events;
        handlers.forEach(this::requireKnownKind);
    }

    /** It would never be called, and nobody would notice. */
    private void requireKnownKind(IamSmartRequestHandler<?> handler) {
        RequestKind<?> kind = handler.kind();
        if (kinds.get(kind.name()) != kind) {
            throw new ConfigurationException(handler.getClass().getName() + " handles requests of the kind " + kind
                    + ", which the client does not know: declare this RequestKind as a bean.");
        }
    }

    @Override
    public void handle(RequestOutcome<?> outcome) throws Exception {
        RequestKind<?> kind = kinds.get(outcome.request().kind());
        if (kind == null) {
            throw new IllegalStateException(
                    "The client does not know the kind " + outcome.request().kind());
        }
        dispatch(kind, outcome);
    }

    private <T> void dispatch(RequestKind<T> kind, RequestOutcome<?> outcome) throws Exception {
        // The client has read the result with this very kind.
        @SuppressWarnings("unchecked")
        RequestOutcome<T> typed = (RequestOutcome<T>) outcome;
        for (IamSmartRequestHandler<?> handler : handlers) {
            if (handler.kind().name().equals(kind.name())) {
                @SuppressWarnings("unchecked")
                IamSmartRequestHandler<T> mine = (IamSmartRequestHandler<T>) handler;
                mine.handle(client, typed);
            }
        }
        events.publishEvent(new RequestOutcomeEvent<>(kind, typed, client));
    }
}
