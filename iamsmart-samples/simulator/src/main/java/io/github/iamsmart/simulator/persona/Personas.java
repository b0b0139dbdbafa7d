package io.github.iamsmart.simulator.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The personas, in the order in which the phone shows them; each is a JSON resource beside this class. */
public final class Personas {
    private final List<Persona> all;

    private Personas(List<Persona> all) {
        this.all = List.copyOf(all);
    }

    public static Personas load() {
        List<Persona> all = new ArrayList<>();
        for (JsonNode id : read("index").path("personas")) {
            all.add(persona(id.textValue(), read(id.textValue())));
        }
        return new Personas(all);
    }

    public List<Persona> all() {
        return all;
    }

    public Optional<Persona> find(String id) {
        return all.stream().filter(persona -> persona.id().equals(id)).findFirst();
    }

    public Persona get(String id) {
        return find(id).orElseThrow(() -> new SimulatorException(
                Kind.UNKNOWN_PERSONA,
                "There is no persona '" + id + "'; there are "
                        + all.stream().map(Persona::id).toList() + "."));
    }

    private static Persona persona(String id, ObjectNode json) {
        Map<String, String> about = new HashMap<>();
        json.path("about")
                .properties()
                .forEach(entry -> about.put(entry.getKey(), entry.getValue().asText()));
        return new Persona(
                id,
                Map.copyOf(about),
                json.path("userType").asText(),
                json.path("suspended").asBoolean(),
                CertificateState.valueOf(json.path("certificate").asText("VALID")),
                Instant.parse(json.path("lastModified").asText()).toEpochMilli(),
                json.withObjectProperty("profile"),
                json.withObjectProperty("eme"));
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Personas.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IOException("There is no resource " + name + ".json.");
            }
            return Json.readObject(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The persona " + name + " cannot be read.", e);
        } catch (Json.NotJson e) {
            throw new IllegalStateException("The persona " + name + " is not JSON.", e);
        }
    }
}
