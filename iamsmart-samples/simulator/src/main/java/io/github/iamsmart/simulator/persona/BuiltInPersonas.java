package io.github.iamsmart.simulator.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CertificateState;
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

/** The personas that come with the simulator; each is a JSON resource beside this class. */
public final class BuiltInPersonas {
    private BuiltInPersonas() {}

    /** {@return the persona of this id, if it comes with the simulator} */
    public static Optional<Persona> find(String id) {
        return all().stream().filter(persona -> persona.id().equals(id)).findFirst();
    }

    static List<Persona> all() {
        List<Persona> all = new ArrayList<>();
        for (JsonNode id : read("index").path("personas")) {
            all.add(persona(id.textValue(), read(id.textValue())));
        }
        return List.copyOf(all);
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
                json.withObjectProperty("eme"),
                Map.of());
    }

    private static ObjectNode read(String name) {
        try (InputStream in = BuiltInPersonas.class.getResourceAsStream(name + ".json")) {
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
