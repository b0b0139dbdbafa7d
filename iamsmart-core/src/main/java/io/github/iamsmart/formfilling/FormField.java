package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.ConfigurationException;
import java.util.List;

/**
 * The name of an e-ME field that a request asks for ({@code eMEFields} [D]). An open value: a name that this version
 * does not know can be requested with {@link #of(String)}; its answer is found among the unknown members.
 *
 * @param value the name on the wire
 */
public record FormField(String value) {

    /** The form of address, {@code prefix}. */
    public static final FormField PREFIX = new FormField("prefix");

    /** The marital status, {@code maritalStatus}. */
    public static final FormField MARITAL_STATUS = new FormField("maritalStatus");

    /** The telephone number at home, {@code homeTelNumber}. */
    public static final FormField HOME_TELEPHONE = new FormField("homeTelNumber");

    /** The telephone number at work, {@code officeTelNumber}. */
    public static final FormField OFFICE_TELEPHONE = new FormField("officeTelNumber");

    /** The mobile telephone number, {@code mobileNumber}. */
    public static final FormField MOBILE_TELEPHONE = new FormField("mobileNumber");

    /** The e-mail address, {@code emailAddress}. */
    public static final FormField EMAIL_ADDRESS = new FormField("emailAddress");

    /** The address of residence, {@code residentialAddress}. */
    public static final FormField RESIDENTIAL_ADDRESS = new FormField("residentialAddress");

    /** The address for letters, {@code postalAddress}. */
    public static final FormField POSTAL_ADDRESS = new FormField("postalAddress");

    /** The level of education, {@code educationLevel}. */
    public static final FormField EDUCATION_LEVEL = new FormField("educationLevel");

    /** What a utility bill says, {@code addressDocInfo}. */
    public static final FormField ADDRESS_DOCUMENT = new FormField("addressDocInfo");

    /** The utility bill itself, a PDF of up to 5 MB, {@code addressDocFile}. */
    public static final FormField ADDRESS_DOCUMENT_FILE = new FormField("addressDocFile");

    private static final List<FormField> KNOWN = List.of(
            PREFIX,
            MARITAL_STATUS,
            HOME_TELEPHONE,
            OFFICE_TELEPHONE,
            MOBILE_TELEPHONE,
            EMAIL_ADDRESS,
            RESIDENTIAL_ADDRESS,
            POSTAL_ADDRESS,
            EDUCATION_LEVEL,
            ADDRESS_DOCUMENT,
            ADDRESS_DOCUMENT_FILE);

    /**
     * Checks the name.
     *
     * @param value the name on the wire
     * @throws ConfigurationException when the name is blank
     */
    public FormField {
        if (value.isBlank()) {
            throw new ConfigurationException(
                    "A form field needs a name: write one of the protocol, such as emailAddress.");
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
    public static FormField of(String name) {
        String stripped = name.strip();
        return KNOWN.stream()
                .filter(field -> field.value.equalsIgnoreCase(stripped))
                .findFirst()
                .orElseGet(() -> new FormField(stripped));
    }

    /**
     * Returns all fields that this version knows.
     *
     * @return the constants, in the order of the protocol
     */
    public static List<FormField> known() {
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
