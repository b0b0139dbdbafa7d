package io.github.iamsmart.profile;

import io.github.iamsmart.error.ConfigurationException;
import java.util.List;

/**
 * The name of a verified field that a request asks for ({@code profileFields} [W]). An open value: a name that this
 * version does not know can be requested with {@link #of(String)}; its answer is found among the unknown members.
 *
 * @param value the name on the wire
 */
public record ProfileField(String value) {

    /** The number of the identity card, {@code idNo}. */
    public static final ProfileField ID_NUMBER = new ProfileField("idNo");

    /** The English name, {@code enName}. */
    public static final ProfileField ENGLISH_NAME = new ProfileField("enName");

    /** The Chinese name, {@code chName}. */
    public static final ProfileField CHINESE_NAME = new ProfileField("chName");

    /** Whether the Chinese name is verified, {@code chNameVerified}. */
    public static final ProfileField CHINESE_NAME_VERIFIED = new ProfileField("chNameVerified");

    /** The date of birth, {@code birthDate}. */
    public static final ProfileField BIRTH_DATE = new ProfileField("birthDate");

    /** The sex, {@code gender}. */
    public static final ProfileField GENDER = new ProfileField("gender");

    private static final List<ProfileField> KNOWN =
            List.of(ID_NUMBER, ENGLISH_NAME, CHINESE_NAME, CHINESE_NAME_VERIFIED, BIRTH_DATE, GENDER);

    /**
     * Checks the name.
     *
     * @param value the name on the wire
     * @throws ConfigurationException when the name is blank
     */
    public ProfileField {
        if (value.isBlank()) {
            throw new ConfigurationException("A profile field needs a name: write one of the protocol, such as idNo.");
        }
    }

    /**
     * Finds a field by its name. Case and surrounding space do not matter for the known ones; any other name is taken
     * as it is.
     *
     * @param name the name on the wire
     * @return the constant, or an open value of that name
     * @throws ConfigurationException when the name is blank
     */
    public static ProfileField of(String name) {
        String stripped = name.strip();
        return KNOWN.stream()
                .filter(field -> field.value.equalsIgnoreCase(stripped))
                .findFirst()
                .orElseGet(() -> new ProfileField(stripped));
    }

    /**
     * Returns all fields that this version knows.
     *
     * @return the constants, in the order of the protocol
     */
    public static List<ProfileField> known() {
        return KNOWN;
    }

    /**
     * Returns whether this version knows the field.
     *
     * @return false for an open value
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
