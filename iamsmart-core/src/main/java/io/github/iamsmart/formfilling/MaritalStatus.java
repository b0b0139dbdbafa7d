package io.github.iamsmart.formfilling;

import io.github.iamsmart.internal.text.UserTexts;
import java.util.List;
import java.util.Locale;

/**
 * The marital status that the user chose ({@code maritalStatus} [D]), one letter of the Government's common schemas
 * [?]. An open value: an unknown code stays readable.
 *
 * @param value the code as it came; a single letter in upper case
 */
public record MaritalStatus(String value) {

    /** Single, never married, {@code S}. */
    public static final MaritalStatus SINGLE = new MaritalStatus("S");

    /** Married, {@code M}. */
    public static final MaritalStatus MARRIED = new MaritalStatus("M");

    /** Separated, {@code P}. */
    public static final MaritalStatus SEPARATED = new MaritalStatus("P");

    /** Divorced, {@code D}. */
    public static final MaritalStatus DIVORCED = new MaritalStatus("D");

    /** Widowed, {@code W}. */
    public static final MaritalStatus WIDOWED = new MaritalStatus("W");

    /** Not known, {@code U}. */
    public static final MaritalStatus UNKNOWN = new MaritalStatus("U");

    private static final List<MaritalStatus> KNOWN = List.of(SINGLE, MARRIED, SEPARATED, DIVORCED, WIDOWED, UNKNOWN);

    private static final UserTexts NAMES = UserTexts.load(MaritalStatus.class, "code-names");

    /**
     * Converts a single letter to upper case.
     *
     * @param value the code
     */
    public MaritalStatus {
        value = value.strip();
        value = value.length() == 1 ? value.toUpperCase(Locale.ROOT) : value;
    }

    /** {@return all codes that this version knows} */
    public static List<MaritalStatus> known() {
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
        return isKnown() ? NAMES.text("maritalStatus." + value, locale) : value;
    }

    /** Shows nothing of the user. */
    @Override
    public String toString() {
        return "MaritalStatus[***]";
    }
}
