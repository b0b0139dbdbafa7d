package io.github.iamsmart.simulator.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user is asked for, beyond saying yes.
 *
 * @param profileFields wire names of verified data
 * @param emeFields wire names of what the user has typed
 * @param form the form that is to be filled
 * @param faceCheck whether the phone looks at the user's face
 */
public record Asked(List<String> profileFields, List<String> emeFields, Optional<Form> form, boolean faceCheck) {

    public static final Asked NOTHING = new Asked(List.of(), List.of(), Optional.empty(), false);
    public static final Asked FACE_CHECK = new Asked(List.of(), List.of(), Optional.empty(), true);

    /** The form that is to be filled, as the service describes it. */
    public record Form(Optional<String> name, Optional<String> number, Optional<String> description) {}

    public Asked {
        profileFields = List.copyOf(profileFields);
        emeFields = List.copyOf(emeFields);
    }

    public static Asked forFields(List<String> profileFields, List<String> emeFields) {
        return new Asked(profileFields, emeFields, Optional.empty(), false);
    }

    public Asked forForm(Form described) {
        return new Asked(profileFields, emeFields, Optional.of(described), faceCheck);
    }

    /** All fields, the verified ones first. */
    public List<String> fields() {
        return Stream.concat(profileFields.stream(), emeFields.stream()).toList();
    }
}
