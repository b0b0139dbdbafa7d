package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.wire.Json;
import java.security.PublicKey;
import java.util.Comparator;

/**
 * The part of the control API about registered services: which there are, what is known of them, and signing in to one
 * from the catalogue.
 */
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
        router.on("POST", "/control/clients", ControlApi.told(this::register));
        router.on("GET", "/control/clients/*", ControlApi.told(this::show));
        router.on("PUT", "/control/clients/*", ControlApi.told(this::change));
        router.on("DELETE", "/control/clients/*", ControlApi.told(this::remove));
        router.on("POST", "/control/clients/*/kek", ControlApi.told(this::uploadKek));
        router.on("POST", "/control/clients/*/direct-login", ControlApi.told(this::directLogin));
    }

    private HttpAnswer list() {
        ArrayNode array = ControlApi.array();
        clients.all().stream()
                .sorted(Comparator.comparing(Client::id))
                .forEach(client -> array.add(ClientJson.masked(client.registration())));
        return ControlApi.json(array);
    }

    private HttpAnswer show(HttpCall call) {
        return ControlApi.json(
                ClientJson.masked(clients.get(ControlApi.segment(call, 3)).registration()));
    }

    private HttpAnswer register(HttpCall call) {
        ClientRegistration registration = ClientJson.read(ControlBody.object(call.body()), null);
        simulator.register(registration);
        return ControlApi.json(ClientJson.masked(registration));
    }

    private HttpAnswer change(HttpCall call) {
        String clientId = ControlApi.segment(call, 3);
        ObjectNode patch = ControlBody.object(call.body());
        if (patch.has("clientID") && !clientId.equals(patch.get("clientID").textValue())) {
            throw ControlBody.invalid("'clientID' must be the one of the path, or left out.");
        }
        clients.change(clientId, before -> ClientJson.change(before, patch));
        return show(call);
    }

    private HttpAnswer remove(HttpCall call) {
        ControlBody.read(call.body());
        simulator.removeClient(ControlApi.segment(call, 3));
        return list();
    }

    private HttpAnswer uploadKek(HttpCall call) {
        PublicKey kek =
                PublicKeys.read(ControlBody.read(call.body(), "kekPublicKey").text("kekPublicKey"));
        String clientId = ControlApi.segment(call, 3);
        simulator.uploadKek(clientId, kek);
        return ControlApi.json(Json.object().put("clientID", clientId));
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
