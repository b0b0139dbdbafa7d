package io.github.iamsmart.identity;

import java.util.Locale;

/**
 * The sex on the identity card, one letter [W]. An open value: an unknown letter stays readable.
 *
 * @param value the letter as it came, in upper case
 */
public record Gender(String value) {

    /** Male, {@code M}. */
    public static final Gender MALE = new Gender("M");

    /** Female, {@code F}. */
    public static final Gender FEMALE = new Gender("F");

    /**
     * Converts the letter to upper case.
     *
     * @param value the letter
     */
    public Gender {
        value = value.strip().toUpperCase(Locale.ROOT);
    }

    /** {@return whether this is one of the constants; {@code false} for a letter that this version does not know} */
    public boolean isKnown() {
        return equals(MALE) || equals(FEMALE);
    }
}
