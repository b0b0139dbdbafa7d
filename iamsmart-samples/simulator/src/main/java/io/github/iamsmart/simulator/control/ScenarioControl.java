package io.github.iamsmart.simulator.control;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The part of the control API about scenarios: saving what the simulator is set up with, and loading it. */
public final class ScenarioControl {
    private static final String PATH = "/control/scenario";

    private final IamSmartSimulator simulator;

    public ScenarioControl(IamSmartSimulator simulator) {
        this.simulator = simulator;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", PATH, ControlApi.told(this::save));
        router.on("PUT", PATH, ControlApi.told(this::load));
        router.on("POST", PATH, ControlApi.told(this::load));
    }

    private HttpAnswer save(HttpCall call) {
        Optional<String> secrets = call.query().first("secrets");
        if (secrets.isPresent() && !secrets.get().equals("include")) {
            throw ControlBody.invalid("'secrets' must be \"include\", or left out.");
        }
        return answer(secrets.isPresent() ? simulator.scenarioWithSecrets() : simulator.scenario());
    }

    private HttpAnswer load(HttpCall call) {
        ControlBody.object(call.body());
        simulator.loadScenario(new String(call.body(), StandardCharsets.UTF_8));
        return answer(simulator.scenario());
    }

    private static HttpAnswer answer(String json) {
        return HttpAnswer.json(200, json.getBytes(StandardCharsets.UTF_8)).with("Cache-Control", "no-store");
    }
}
