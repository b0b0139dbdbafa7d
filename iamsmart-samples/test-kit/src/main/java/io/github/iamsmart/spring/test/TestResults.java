package io.github.iamsmart.spring.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.reauth.ReauthenticationResult;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.wire.Json;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Results as iAM Smart sends them, about the invented people of the simulator, without any network. */
public final class TestResults {

    private TestResults() {}

    /**
     * {@return the verified identity of a persona}
     *
     * @param personaId for example {@code basic} or {@code plus}
     * @throws io.github.iamsmart.simulator.SimulatorException if there is no such persona
     */
    public static VerifiedProfile profileOf(String personaId) {
        return read(personaId, DataFields.PROFILE).profile();
    }

    /**
     * {@return a form that a persona has filled, with all that the persona has}
     *
     * @param personaId for example {@code basic} or {@code plus}
     * @throws io.github.iamsmart.simulator.SimulatorException if there is no such persona
     */
    public static FormFillingResult formOf(String personaId) {
        return read(
                personaId,
                Stream.concat(DataFields.PROFILE.stream(), DataFields.EME.stream())
                        .toList());
    }

    /**
     * {@return a form that a persona has filled, with some fields only}
     *
     * @param personaId for example {@code basic} or {@code plus}
     * @param fields their wire names, for example {@code enName} and {@code emailAddress}
     * @throws io.github.iamsmart.simulator.SimulatorException if there is no such persona
     */
    public static FormFillingResult formOf(String personaId, String... fields) {
        return read(personaId, List.of(fields));
    }

    /**
     * {@return the result of a re-authentication}
     *
     * @param passed whether it is the same person
     */
    public static ReauthenticationResult reauthentication(boolean passed) {
        return new ReauthenticationResult(passed);
    }

    private static FormFillingResult read(String personaId, Collection<String> fields) {
        Persona persona = Personas.load().get(personaId);
        ObjectNode result = Json.object();
        DataFields.copy(persona, fields, result);
        return FormFillingResult.fromJson(Json.bytes(result));
    }
}
