package io.github.iamsmart.simulator.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The fields of protocol.md 12, by their wire names. */
public final class DataFields {
    /** Verified. */
    public static final List<String> PROFILE =
            List.of("idNo", "enName", "chName", "chNameVerified", "birthDate", "gender");

    /** Typed by the user, not verified [S]. */
    public static final List<String> EME = List.of(
            "prefix",
            "maritalStatus",
            "homeTelNumber",
            "officeTelNumber",
            "mobileNumber",
            "emailAddress",
            "residentialAddress",
            "postalAddress",
            "educationLevel",
            "addressDocInfo",
            "addressDocFile");

    /** The personas hold only its date; the file is made when it is wanted. */
    private static final String FILE = "addressDocFile";

    private DataFields() {}

    /** Adds what the persona has of these fields; what is absent is simply missing. */
    public static void copy(Persona persona, Collection<String> fields, ObjectNode target) {
        for (String field : fields) {
            JsonNode value = PROFILE.contains(field)
                    ? persona.profile().get(field)
                    : persona.eme().get(field);
            if (value != null) {
                target.set(
                        field,
                        field.equals(FILE)
                                ? UtilityBill.file(persona.eme().path("addressDocInfo"), value)
                                : value.deepCopy());
            }
        }
    }
}
