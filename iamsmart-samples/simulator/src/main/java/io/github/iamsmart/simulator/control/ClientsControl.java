package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.wire.Json;
import java.util.Comparator;

/** The part of the control API about registered services: which there are, and signing in to one from the catalogue. */
public final class ClientsControl {
    private final IamSmartSimulator simulator;
    private final ClientRegistry clients;

    public ClientsControl(IamSmartSimulator simulator, ClientRegistry clients) {
        this.simulator = simulator;
        this.clients = clients;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", "/control/clients", call -> list());
        router.on("POST", "/control/clients/*/direct-login", ControlApi.told(this::directLogin));
    }

    private HttpAnswer list() {
        ArrayNode array = ControlApi.array();
        clients.all().stream()
                .sorted(Comparator.comparing(Client::id))
                .forEach(client -> array.add(ControlJson.registration(client.registration())));
        return ControlApi.json(array);
    }

    /** For an app the answer is what that app posts to its service, so that it can be passed on as it is. */
    private HttpAnswer directLogin(HttpCall call) {
        ControlBody body = ControlBody.read(call.body(), "persona", "app");
        String clientId = ControlApi.segment(call, 3);
        String persona = body.text("persona");
        if (!body.optionalFlag("app").orElse(false)) {
            return ControlApi.json(ControlJson.outcome(simulator.directLogin(clientId, persona)));
        }
        AppLoginCode handed = simulator.directLoginToApp(clientId, persona);
        return ControlApi.json(Json.object().put("code", handed.code()).put("code_verifier", handed.codeVerifier()));
    }
}
