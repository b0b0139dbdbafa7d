package io.github.iamsmart.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field's value as the phone shows it, on one line. */
final class FieldText {
    private static final int LONGEST = 120;

    private FieldText() {}

    static Optional<String> of(Persona persona, String field) {
        JsonNode value = (DataFields.PROFILE.contains(field) ? persona.profile() : persona.eme()).get(field);
        return Optional.ofNullable(value).map(present -> switch (field) {
            case "idNo" ->
                present.path("Identification").asText() + "("
                        + present.path("CheckDigit").asText() + ")";
            case "birthDate" -> present.asText().replaceFirst("(\\d{4})(\\d{2})(\\d{2})", "$1-$2-$3");
            case "homeTelNumber", "officeTelNumber", "mobileNumber" -> "+" + String.join(" ", texts(present));
            case "addressDocFile" -> "PDF";
            default -> shortened(String.join(", ", texts(present)));
        });
    }

    /** The texts inside, in their order; numbers are moments and not for people. */
    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(inner -> texts.addAll(texts(inner)));
        return texts;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
