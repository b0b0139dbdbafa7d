package io.github.iamsmart.identity;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.text.OpenNames;
import java.io.Serializable;
import java.util.List;

/**
 * The name of a verified field that a request asks for ({@code profileFields} [W]). An open value: {@link #of(String)}
 * requests a name that this version does not know; its answer is among the unknown members.
 *
 * @param value the name on the wire
 */
public record ProfileField(String value) implements Serializable {

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
     * @throws InvalidRequestException if the name is blank
     */
    public ProfileField {
        if (value.isBlank()) {
            throw new InvalidRequestException("A profile field needs a name from the protocol, such as idNo.");
        }
    }

    /**
     * Finds a field by its name. Case and surrounding space do not matter for the known names; any other name is kept
     * as it is.
     *
     * @param name the name on the wire
     * @return the constant, or an open value with that name
     * @throws InvalidRequestException if the name is blank
     */
    public static ProfileField of(String name) {
        return OpenNames.find(KNOWN, ProfileField::value, name).orElseGet(() -> new ProfileField(name.strip()));
    }

    /** {@return all fields that this version knows, in the order of the protocol} */
    public static List<ProfileField> known() {
        return KNOWN;
    }

    /** {@return whether this version knows the field; {@code false} for an open value} */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** {@return the name on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
