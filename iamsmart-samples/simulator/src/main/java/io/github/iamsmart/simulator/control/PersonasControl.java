package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import java.time.Clock;

/** The part of the control API about personas: which there are, and one's own. */
public final class PersonasControl {
    private final Personas personas;
    private final Clock clock;

    public PersonasControl(Personas personas, Clock clock) {
        this.personas = personas;
        this.clock = clock;
    }

    /** Adds its routes. */
    public void route(Router router) {
        router.on("GET", "/control/personas", call -> list());
        router.on("POST", "/control/personas", ControlApi.told(this::add));
        router.on("GET", "/control/personas/*", ControlApi.told(this::show));
        router.on("PUT", "/control/personas/*", ControlApi.told(this::change));
        router.on("DELETE", "/control/personas/*", ControlApi.told(this::remove));
    }

    private HttpAnswer list() {
        ArrayNode array = ControlApi.array();
        personas.all().forEach(persona -> array.add(write(persona)));
        return ControlApi.json(array);
    }

    private HttpAnswer show(HttpCall call) {
        return ControlApi.json(write(named(call)));
    }

    private HttpAnswer add(HttpCall call) {
        Persona added = PersonaJson.read(ControlBody.object(call.body()), personas::get);
        personas.put(added);
        return ControlApi.json(write(added));
    }

    private HttpAnswer change(HttpCall call) {
        Persona before = named(call);
        ObjectNode patch = ControlBody.object(call.body());
        if (patch.has("id") && !before.id().equals(patch.get("id").textValue())) {
            throw ControlBody.invalid("'id' must be the one of the path, or left out; to have the persona under another"
                    + " id, add a copy.");
        }
        Persona after = PersonaJson.change(before, patch, clock.instant());
        personas.put(after);
        return ControlApi.json(write(after));
    }

    private HttpAnswer remove(HttpCall call) {
        ControlBody.read(call.body());
        personas.remove(named(call).id());
        return list();
    }

    /** The one that the path names. */
    private Persona named(HttpCall call) {
        return personas.get(ControlApi.segment(call, 3));
    }

    private ObjectNode write(Persona persona) {
        return PersonaJson.write(persona, personas.isBuiltIn(persona.id()));
    }
}
