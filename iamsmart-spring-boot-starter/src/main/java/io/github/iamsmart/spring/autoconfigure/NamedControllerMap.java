package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.internal.waiting.WaitingStreamRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.web.HttpRequestHandler;

/** The endpoints of each named client. */
final class NamedControllerMap implements ApplicationListener<ApplicationReadyEvent> {

    private final Map<String, NamedControllers> clients = new LinkedHashMap<>();
    private final Map<String, CallbackEndpoint> callbacks = new LinkedHashMap<>();

    NamedControllerMap(
            NamedClientMap clients,
            NamedEndpointMap endpoints,
            NamedBeginningMap beginnings,
            @Nullable NamedDeliveryMap deliveries,
            SignInHookRegistry hooks,
            ApplicationEventPublisher events) {
        for (NamedClientWiring client : clients.all()) {
            NamedControllers made =
                    new NamedControllers(client, endpoints, beginnings.of(client.name()), deliveries, hooks, events);
            this.clients.put(client.name(), made);
            callbacks.put(CallbackEndpoint.path(endpoints.settings(client.name())), made.callback());
        }
    }

    NamedControllers of(String client) {
        return Objects.requireNonNull(clients.get(client));
    }

    LoginController login(String client) {
        return of(client).login();
    }

    List<WaitingStreamRegistry> streams() {
        return clients.values().stream().map(NamedControllers::streams).toList();
    }

    /** {@return what takes a callback at the address of the client that it is meant for} Its servlet has no others. */
    HttpRequestHandler callbacks() {
        return (request, response) ->
                Objects.requireNonNull(callbacks.get(request.getServletPath())).handleRequest(request, response);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        clients.values().forEach(client -> client.announcements().forEach(one -> one.onApplicationEvent(event)));
    }
}
