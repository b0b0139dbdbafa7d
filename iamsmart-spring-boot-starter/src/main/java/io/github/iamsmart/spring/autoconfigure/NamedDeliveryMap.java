package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.spring.internal.requests.OutcomeDispatcher;
import io.github.iamsmart.spring.internal.requests.ProgressPublisher;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;

/** What delivers the outcomes of each named client. */
final class NamedDeliveryMap {

    private final Map<String, RequestDelivery> deliveries = new LinkedHashMap<>();
    private final Map<String, ProgressPublisher> publishers = new LinkedHashMap<>();

    NamedDeliveryMap(NamedClientMap clients, ApplicationEventPublisher events) {
        IamSmartRequestsAutoConfiguration configuration = new IamSmartRequestsAutoConfiguration();
        Set<RequestKind<?>> known = clients.all().stream()
                .flatMap(one -> one.client().requests().kinds().stream())
                .collect(Collectors.toSet());
        for (NamedClientWiring one : clients.all()) {
            IamSmartClient client = one.client();
            List<RequestKind<?>> kinds = client.requests().kinds();
            OutcomeDispatcher dispatcher = configuration.iamSmartOutcomeDispatcher(
                    one.configured(),
                    client,
                    // A handler of a kind that only another client has serves that one; of no client's, it is refused.
                    new Provided<>(() -> one.beans()
                            .<IamSmartRequestHandler<?>>allOf(IamSmartRequestHandler.class)
                            .orderedStream()
                            .filter(handler -> kinds.contains(handler.kind()) || !known.contains(handler.kind()))),
                    events);
            deliveries.put(one.name(), configuration.iamSmartRequestDelivery(client, dispatcher, one.configured()));
            publishers.put(one.name(), configuration.iamSmartProgressPublisher(one.configured(), client, events));
        }
    }

    List<RequestDelivery> deliveries() {
        return List.copyOf(deliveries.values());
    }

    List<ProgressPublisher> publishers() {
        return List.copyOf(publishers.values());
    }

    RequestDelivery delivery(String client) {
        return Objects.requireNonNull(deliveries.get(client));
    }

    ProgressPublisher publisher(String client) {
        return Objects.requireNonNull(publishers.get(client));
    }
}
