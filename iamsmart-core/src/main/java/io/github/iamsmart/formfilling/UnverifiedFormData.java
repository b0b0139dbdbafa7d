package io.github.iamsmart.formfilling;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.formfilling.address.Address;
import io.github.iamsmart.internal.json.lenient.ResultMembers;
import io.github.iamsmart.internal.json.lenient.ResultReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person typed into the app to fill forms with (e-ME). <strong>Nobody has verified it</strong> [S]: let the
 * person look it over and correct it. What iAM Smart did verify is of another type, {@code VerifiedProfile}.
 *
 * <p>Every field is optional: it is there when it was requested, filled in, and sent with the person's consent. A
 * member that cannot be read is absent here and kept as text in {@link #unknown()}; nothing in a well-formed answer
 * makes reading fail.
 *
 * <p>{@link #toString()} names the fields that are present and shows none of them. Immutable, except for the array of
 * the document file, and safe for threads.
 */
public final class UnverifiedFormData {

    private final UnverifiedFormDataParser fields;

    UnverifiedFormData(UnverifiedFormDataParser fields) {
        this.fields = fields;
    }

    /**
     * Reads the e-ME fields of a result. Members that belong to the verified profile are passed over.
     *
     * @param json UTF-8: the business object, or a whole envelope whose {@code content} is that object; it is not kept
     * @return the fields that could be read
     * @throws ProtocolException when this is not one JSON object
     */
    public static UnverifiedFormData fromJson(byte[] json) {
        return UnverifiedFormDataParser.parse(ResultReader.read(json, ResultMembers.PROFILE));
    }

    /**
     * Returns the form of address ({@code prefix} [D]). The list of its values is not public.
     *
     * @return the code as it came, if present
     */
    public Optional<String> prefix() {
        return fields.prefix;
    }

    /**
     * Returns the marital status ({@code maritalStatus} [D]). The list of its values is not public.
     *
     * @return the code as it came, if present
     */
    public Optional<String> maritalStatus() {
        return fields.maritalStatus;
    }

    /**
     * Returns the telephone number at home ({@code homeTelNumber} [D]).
     *
     * @return the number, if present
     */
    public Optional<Telephone> homeTelephone() {
        return fields.homeTelephone;
    }

    /**
     * Returns the telephone number at work ({@code officeTelNumber} [D]).
     *
     * @return the number, if present
     */
    public Optional<Telephone> officeTelephone() {
        return fields.officeTelephone;
    }

    /**
     * Returns the mobile telephone number ({@code mobileNumber} [D]).
     *
     * @return the number, if present
     */
    public Optional<Telephone> mobileTelephone() {
        return fields.mobileTelephone;
    }

    /**
     * Returns the e-mail address ({@code emailAddress} [D]).
     *
     * @return the address, if present
     */
    public Optional<EmailAddress> emailAddress() {
        return fields.emailAddress;
    }

    /**
     * Returns the address of residence ({@code residentialAddress} [D]).
     *
     * @return the address, if present
     */
    public Optional<Address> residentialAddress() {
        return fields.residentialAddress;
    }

    /**
     * Returns the address for letters ({@code postalAddress} [D]); it may be a post office box.
     *
     * @return the address, if present
     */
    public Optional<Address> postalAddress() {
        return fields.postalAddress;
    }

    /**
     * Returns the level of education ({@code educationLevel} [D]). The list of its values is not public.
     *
     * @return the code as it came, if present
     */
    public Optional<String> educationLevel() {
        return fields.educationLevel;
    }

    /**
     * Returns what a utility bill says ({@code addressDocInfo} [D]).
     *
     * @return the facts of the bill, if present
     */
    public Optional<AddressDocument> addressDocument() {
        return fields.addressDocument;
    }

    /**
     * Returns the PDF of the utility bill ({@code addressDocFile} [D]).
     *
     * @return the file, if present and readable
     */
    public Optional<AddressDocumentFile> addressDocumentFile() {
        return fields.addressDocumentFile;
    }

    /**
     * Members that this version does not know or could not read, as JSON text.
     *
     * @return path of the member (names joined by dots, for instance {@code mobileNumber.Extension}) to its JSON text;
     *     they may hold personal data: do not log them
     */
    public Map<String, String> unknown() {
        return fields.unknown;
    }

    /** Names the fields that are present, without their values. */
    @Override
    public String toString() {
        List<String> present = new ArrayList<>();
        prefix().ifPresent(x -> present.add("prefix"));
        maritalStatus().ifPresent(x -> present.add("maritalStatus"));
        homeTelephone().ifPresent(x -> present.add("homeTelephone"));
        officeTelephone().ifPresent(x -> present.add("officeTelephone"));
        mobileTelephone().ifPresent(x -> present.add("mobileTelephone"));
        emailAddress().ifPresent(x -> present.add("emailAddress"));
        residentialAddress().ifPresent(x -> present.add("residentialAddress"));
        postalAddress().ifPresent(x -> present.add("postalAddress"));
        educationLevel().ifPresent(x -> present.add("educationLevel"));
        addressDocument().ifPresent(x -> present.add("addressDocument"));
        addressDocumentFile().ifPresent(x -> present.add("addressDocumentFile"));
        String others = unknown().isEmpty() ? "" : " and " + unknown().size() + " unknown";
        return "UnverifiedFormData" + present + others;
    }
}
