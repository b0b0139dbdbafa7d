package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.text.OpenNames;
import java.io.Serializable;
import java.util.List;

/**
 * The name of an e-ME field that a request asks for ({@code eMEFields} [D]). An open value: {@link #of(String)}
 * requests a name that this version does not know; its answer is among the unknown members.
 *
 * @param value the name on the wire
 */
public record FormField(String value) implements Serializable {

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

    /** The postal address, {@code postalAddress}. */
    public static final FormField POSTAL_ADDRESS = new FormField("postalAddress");

    /** The level of education, {@code educationLevel}. */
    public static final FormField EDUCATION_LEVEL = new FormField("educationLevel");

    /** The content of a utility bill, {@code addressDocInfo}. */
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
     * @throws InvalidRequestException if the name is blank
     */
    public FormField {
        if (value.isBlank()) {
            throw new InvalidRequestException("A form field needs a name from the protocol, such as emailAddress.");
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
    public static FormField of(String name) {
        return OpenNames.find(KNOWN, FormField::value, name).orElseGet(() -> new FormField(name.strip()));
    }

    /** {@return all fields that this version knows, in the order of the protocol} */
    public static List<FormField> known() {
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
