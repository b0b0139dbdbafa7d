package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import java.util.Optional;

/** The part of the control API about faults: one after another, or as switches. */
public final class FaultsControl {
    private final IamSmartSimulator simulator;

    public FaultsControl(IamSmartSimulator simulator) {
        this.simulator = simulator;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", "/control/faults", call -> list());
        router.on("POST", "/control/faults", ControlApi.told(this::inject));
        router.on("DELETE", "/control/faults", ControlApi.told(this::clear));
        router.on("PUT", "/control/faults/*", ControlApi.told(this::switchOn));
        router.on("DELETE", "/control/faults/*", ControlApi.told(this::switchOff));
    }

    private HttpAnswer list() {
        return ControlApi.json(FaultJson.write(simulator.faults()));
    }

    private HttpAnswer inject(HttpCall call) {
        simulator.inject(FaultJson.read(ControlBody.object(call.body())));
        return list();
    }

    private HttpAnswer clear(HttpCall call) {
        ControlBody.read(call.body());
        simulator.clearFaults();
        return list();
    }

    private HttpAnswer switchOn(HttpCall call) {
        FaultKind kind = FaultJson.kind(ControlApi.segment(call, 3));
        ObjectNode json = ControlBody.object(call.body());
        if (json.has("fault") && !kind.wireName().equals(json.get("fault").textValue())) {
            throw ControlBody.invalid("'fault' must be the one of the path, or left out.");
        }
        simulator.switchOn(FaultJson.read(json.put("fault", kind.wireName())));
        return list();
    }

    /** All of a kind, or those of one path and client. */
    private HttpAnswer switchOff(HttpCall call) {
        ControlBody.read(call.body());
        FaultKind kind = FaultJson.kind(ControlApi.segment(call, 3));
        Optional<String> path = call.query().first("path");
        Optional<String> client = call.query().first("clientID");
        if (path.isEmpty() && client.isEmpty()) {
            simulator.clearFaults(kind);
        } else {
            Fault like = Fault.of(kind);
            like = path.isPresent() ? like.onPath(path.get()) : like;
            simulator.switchOff(client.isPresent() ? like.forClient(client.get()) : like);
        }
        return list();
    }
}
