package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.control.PersonaJson;
import io.github.iamsmart.simulator.persona.BuiltInPersonas;
import io.github.iamsmart.simulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Gathers a {@link SimulatedPersona}. What is wrong is said by {@link #build()}. Not safe for use by many threads. */
public final class SimulatedPersonaBuilder {
    private final ObjectNode json;

    SimulatedPersonaBuilder(String id, Optional<String> copyOf) {
        this.json = Json.object().put("id", id);
        copyOf.ifPresent(builtIn -> json.put("copyOf", builtIn));
    }

    /** At most 60 characters. */
    public SimulatedPersonaBuilder englishName(String name) {
        json.put("englishName", name);
        return this;
    }

    /** At most 60 characters. */
    public SimulatedPersonaBuilder chineseName(String name) {
        json.put("chineseName", name);
        return this;
    }

    /** The number of the identity card with the right check digit: {@code A123456(3)}. */
    public SimulatedPersonaBuilder hkic(String number) {
        json.put("hkic", number);
        return this;
    }

    /** The day of birth. */
    public SimulatedPersonaBuilder birthDate(LocalDate day) {
        json.put("birthDate", DateTimeFormatter.BASIC_ISO_DATE.format(day));
        return this;
    }

    /** One capital letter. */
    public SimulatedPersonaBuilder gender(String letter) {
        json.put("gender", letter);
        return this;
    }

    /** Whether the account is iAM Smart+, which may sign. */
    public SimulatedPersonaBuilder canSign(boolean plus) {
        json.put("userType", plus ? "sign" : "default");
        return this;
    }

    /** Whether all that it approves fails. */
    public SimulatedPersonaBuilder suspended(boolean suspended) {
        json.put("suspended", suspended);
        return this;
    }

    /** What becomes of the certificate that it signs with. */
    public SimulatedPersonaBuilder certificate(CertificateState state) {
        json.put("certificate", state.wireName());
        return this;
    }

    /** When the verified data changed last: {@code lastModifiedDate} of getToken. */
    public SimulatedPersonaBuilder lastModified(Instant time) {
        json.put("lastModified", time.toString());
        return this;
    }

    /**
     * What the phone says of it in one language.
     *
     * @param language {@code en-US}, {@code zh-HK} or {@code zh-CN}
     */
    public SimulatedPersonaBuilder about(String language, String text) {
        json.withObjectProperty("about").put(language, text);
        return this;
    }

    /**
     * One field of the e-ME data.
     *
     * @param field its wire name, for example {@code emailAddress}
     * @param valueJson the value as JSON, for example {@code "\"a@example.com\""}; {@code "null"} takes the field away
     * @throws SimulatorException of kind INVALID where that is not JSON
     */
    public SimulatedPersonaBuilder eme(String field, String valueJson) {
        try {
            ObjectNode wrapped = Json.readObject(("{\"value\":" + valueJson + "}").getBytes(StandardCharsets.UTF_8));
            json.withObjectProperty("eme").set(field, wrapped.get("value"));
            return this;
        } catch (Json.NotJson e) {
            throw new SimulatorException(
                    Kind.INVALID, "The value of eme." + field + " is not right: " + e.getMessage(), e);
        }
    }

    /** Takes away all e-ME data, as of a user who never entered any. */
    public SimulatedPersonaBuilder withoutEme() {
        json.putNull("eme");
        return this;
    }

    /** What a client knows this user as; at most 64 visible ASCII characters. */
    public SimulatedPersonaBuilder tokenisedId(String clientId, String tokenisedId) {
        json.withObjectProperty("tokenisedIds").put(clientId, tokenisedId);
        return this;
    }

    /**
     * {@return the persona}
     *
     * @throws SimulatorException of kind INVALID that says which value is wrong, or UNKNOWN_PERSONA where there is no
     *     built-in one to copy
     */
    public SimulatedPersona build() {
        return SimulatedPersona.of(PersonaJson.read(
                json,
                id -> BuiltInPersonas.find(id)
                        .orElseThrow(() -> new SimulatorException(
                                Kind.UNKNOWN_PERSONA, "No persona '" + id + "' comes with the simulator."))));
    }
}
