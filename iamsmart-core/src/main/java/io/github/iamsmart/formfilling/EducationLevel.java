package io.github.iamsmart.formfilling;

import io.github.iamsmart.internal.text.UserTexts;
import java.util.List;
import java.util.Locale;

/**
 * The level of education that the user chose ({@code educationLevel} [D]), one letter of the Government's common
 * schemas [?]. An open value: an unknown code stays readable.
 *
 * @param value the code as it came; a single letter in upper case
 */
public record EducationLevel(String value) {

    /** Primary school, {@code P}. */
    public static final EducationLevel PRIMARY = new EducationLevel("P");

    /** Secondary school, {@code S}. */
    public static final EducationLevel SECONDARY = new EducationLevel("S");

    /** College or university, {@code T}. */
    public static final EducationLevel TERTIARY = new EducationLevel("T");

    private static final List<EducationLevel> KNOWN = List.of(PRIMARY, SECONDARY, TERTIARY);

    private static final UserTexts NAMES = UserTexts.load(EducationLevel.class, "code-names");

    /**
     * Converts a single letter to upper case.
     *
     * @param value the code
     */
    public EducationLevel {
        value = value.strip();
        value = value.length() == 1 ? value.toUpperCase(Locale.ROOT) : value;
    }

    /** {@return all codes that this version knows} */
    public static List<EducationLevel> known() {
        return KNOWN;
    }

    /** {@return whether this is one of the constants; {@code false} for a code that this version does not know} */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /**
     * {@return the name for pages; the code itself if this version does not know it}
     *
     * @param locale English, Traditional or Simplified Chinese, whichever is closest; the JVM's default is not used
     */
    public String name(Locale locale) {
        return isKnown() ? NAMES.text("educationLevel." + value, locale) : value;
    }

    /** Shows nothing of the user. */
    @Override
    public String toString() {
        return "EducationLevel[***]";
    }
}
