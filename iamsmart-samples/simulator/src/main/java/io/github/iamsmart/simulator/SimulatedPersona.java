package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.control.PersonaJson;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.signing.HkicHash;
import io.github.iamsmart.simulator.wire.Json;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An invented user of the simulator. Immutable; {@link #toString()} shows its id only.
 *
 * <pre>{@code
 * simulator.addPersona(SimulatedPersona.copyOf("plus", "my-user")
 *         .englishName("CHAN, Siu Ming")
 *         .hkic("A123456(3)")
 *         .eme("emailAddress", "\"siu.ming@example.com\"")
 *         .tokenisedId("permits", "user%2B1")
 *         .build());
 * }</pre>
 */
public final class SimulatedPersona {
    private final Persona persona;

    private SimulatedPersona(Persona persona) {
        this.persona = persona;
    }

    static SimulatedPersona of(Persona persona) {
        return new SimulatedPersona(persona);
    }

    /**
     * {@return a builder of an iAM Smart account with a valid certificate and no data; it needs a name and an HKIC
     * number}
     *
     * @param id 1 to 40 lower-case letters and digits, with single hyphens between them
     */
    public static SimulatedPersonaBuilder builder(String id) {
        return new SimulatedPersonaBuilder(id, Optional.empty());
    }

    /**
     * {@return a builder that begins with all that a built-in persona has}
     *
     * @param builtIn the id of a persona that comes with the simulator, for example {@code plus}
     * @param id of the copy, as for {@link #builder}
     */
    public static SimulatedPersonaBuilder copyOf(String builtIn, String id) {
        return new SimulatedPersonaBuilder(id, Optional.of(builtIn));
    }

    /** {@return the name by which the control API and {@link Approval} know it} */
    public String id() {
        return persona.id();
    }

    /** {@return the name in English} */
    public String englishName() {
        return persona.englishName();
    }

    /** {@return the name in Chinese, if there is one} */
    public Optional<String> chineseName() {
        return Optional.of(persona.chineseName()).filter(name -> !name.isEmpty());
    }

    /** {@return the number of the identity card with its check digit: {@code A123456(3)}} */
    public String hkic() {
        return persona.hkic();
    }

    /** {@return the {@code HKICHash} that a signing request has for this user, in Base64} */
    public String hkicHash() {
        return HkicHash.of(persona);
    }

    /** {@return the day of birth, if there is one} */
    public Optional<LocalDate> birthDate() {
        return text("birthDate").map(date -> LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** {@return one capital letter, if there is one} */
    public Optional<String> gender() {
        return text("gender");
    }

    /** {@return whether the account is iAM Smart+, which may sign: {@code userType} is {@code sign} then} */
    public boolean canSign() {
        return persona.canSign();
    }

    /** {@return whether all that it approves fails} */
    public boolean suspended() {
        return persona.suspended();
    }

    /** {@return what becomes of the certificate that it signs with} */
    public CertificateState certificate() {
        return persona.certificate();
    }

    /**
     * {@return its fixed Tokenised ID for a client; empty where the simulator makes one up}
     *
     * @param clientId the client
     */
    public Optional<String> tokenisedId(String clientId) {
        return Optional.ofNullable(persona.tokenisedIds().get(clientId));
    }

    /** {@return all of it, as the control API shows it} */
    public String json() {
        ObjectNode json = PersonaJson.write(persona, false);
        json.remove("builtIn");
        return Json.text(json);
    }

    Persona persona() {
        return persona;
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(persona.profile().path(field).textValue());
    }

    @Override
    public String toString() {
        return "SimulatedPersona[" + id() + "]";
    }
}
