package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.persona.BuiltInPersonas;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a simulator is set up with, as one JSON object. What it leaves out it does not set.
 *
 * @param personas beside the built-in ones
 * @param ahead how far the simulator's time is ahead of its clock
 */
public record Scenario(
        Optional<List<Persona>> personas,
        Optional<List<ClientRegistration>> clients,
        Optional<List<Fault>> faults,
        Optional<Duration> ahead) {

    /** Without faults and time. */
    static Scenario of(Optional<List<Persona>> personas, Optional<List<ClientRegistration>> clients) {
        return new Scenario(personas, clients, Optional.empty(), Optional.empty());
    }

    /** {@return the JSON of one that has everything} */
    public ObjectNode write(boolean withSecrets) {
        ObjectNode json = Json.object();
        ArrayNode people = json.putArray("personas");
        personas.orElse(List.of()).forEach(persona -> people.add(PersonaJson.write(persona, false)));
        ArrayNode services = json.putArray("clients");
        clients.orElse(List.of())
                .forEach(client ->
                        services.add(withSecrets ? ClientJson.withSecret(client) : ClientJson.masked(client)));
        ArrayNode on = json.putArray("faults");
        faults.orElse(List.of()).forEach(fault -> on.add(FaultJson.write(fault)));
        json.putObject("clock").put("advance", ahead.orElse(Duration.ZERO).toString());
        return json;
    }

    /**
     * Reads one.
     *
     * @param known has the secrets of clients that are written without one
     * @throws SimulatorException of kind INVALID that names the place
     */
    public static Scenario read(byte[] text, ClientRegistry known) {
        ControlBody body = ControlBody.read(text, "personas", "clients", "faults", "clock");
        Optional<Duration> ahead = body.optionalObject("clock")
                .map(clock -> ControlBody.of(clock, "advance")
                        .optionalDuration("advance")
                        .orElse(Duration.ZERO));
        if (ahead.isPresent() && ahead.get().isNegative()) {
            throw ControlBody.invalid("clock.advance must not be negative: the simulator's time only moves forward.");
        }
        return new Scenario(
                body.optionalObjects("personas").map(Scenario::personas),
                body.optionalObjects("clients").map(all -> clients(all, known)),
                body.optionalObjects("faults").map(all -> each("faults", all, FaultJson::read)),
                ahead);
    }

    /** Each may be a copy of a built-in one or of one before it. */
    private static List<Persona> personas(List<ObjectNode> all) {
        Map<String, Persona> before = new LinkedHashMap<>();
        return each("personas", all, json -> {
            Persona persona = PersonaJson.read(
                    json,
                    id -> Optional.ofNullable(before.get(id))
                            .or(() -> BuiltInPersonas.find(id))
                            .orElseThrow(() ->
                                    ControlBody.invalid("'copyOf' names no persona: neither a built-in one nor one"
                                            + " before it in this list is called '" + id + "'.")));
            before.put(persona.id(), persona);
            return persona;
        });
    }

    private static List<ClientRegistration> clients(List<ObjectNode> all, ClientRegistry known) {
        return each(
                "clients",
                all,
                json -> ClientJson.read(
                        json,
                        known.find(json.path("clientID").asText())
                                .map(Client::registration)
                                .orElse(null)));
    }

    private static <T> List<T> each(String member, List<ObjectNode> all, Function<ObjectNode, T> read) {
        List<T> values = new ArrayList<>();
        for (ObjectNode json : all) {
            try {
                values.add(read.apply(json));
            } catch (SimulatorException e) {
                throw ControlBody.invalid(member + "[" + values.size() + "]: " + e.getMessage());
            }
        }
        return List.copyOf(values);
    }
}
