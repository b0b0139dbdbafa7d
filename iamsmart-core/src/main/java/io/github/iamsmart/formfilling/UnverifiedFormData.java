package io.github.iamsmart.formfilling;

import io.github.iamsmart.formfilling.address.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user typed into the app to fill in forms (e-ME). <strong>It is not verified</strong> [S]: let the user check
 * and correct it. Data that iAM Smart did verify has another type, {@code VerifiedProfile}.
 *
 * <p>Every field is optional: it is present if it was requested, filled in, and sent with the user's consent. A member
 * that cannot be read is absent here and kept as text in {@link #unknown()}; nothing in a well-formed answer makes
 * reading fail.
 *
 * <p>{@link #toString()} names the fields that are present, but shows no values. Immutable, except for the array of the
 * document file, and thread-safe.
 *
 * @param prefix the form of address ({@code prefix} [D]), free text such as Mr or Ms, as it came
 * @param maritalStatus the marital status ({@code maritalStatus} [D]), an open value
 * @param homeTelephone the home telephone number ({@code homeTelNumber} [D])
 * @param officeTelephone the office telephone number ({@code officeTelNumber} [D])
 * @param mobileTelephone the mobile telephone number ({@code mobileNumber} [D])
 * @param emailAddress the e-mail address ({@code emailAddress} [D])
 * @param residentialAddress the residential address ({@code residentialAddress} [D])
 * @param postalAddress the postal address ({@code postalAddress} [D]); it may be a post office box
 * @param educationLevel the level of education ({@code educationLevel} [D]), an open value
 * @param addressDocument the content of a utility bill ({@code addressDocInfo} [D])
 * @param addressDocumentFile the PDF of the utility bill ({@code addressDocFile} [D]), if it can be read
 * @param unknown members that this version does not know or could not read: path of the member (names joined by dots,
 *     for example {@code mobileNumber.Extension}) to its JSON text. They may hold personal data: do not log them
 */
public record UnverifiedFormData(
        Optional<String> prefix,
        Optional<MaritalStatus> maritalStatus,
        Optional<Telephone> homeTelephone,
        Optional<Telephone> officeTelephone,
        Optional<Telephone> mobileTelephone,
        Optional<EmailAddress> emailAddress,
        Optional<Address> residentialAddress,
        Optional<Address> postalAddress,
        Optional<EducationLevel> educationLevel,
        Optional<AddressDocument> addressDocument,
        Optional<AddressDocumentFile> addressDocumentFile,
        Map<String, String> unknown) {

    /**
     * Copies the unknown members.
     *
     * @param prefix the form of address
     * @param maritalStatus the marital status
     * @param homeTelephone the home telephone number
     * @param officeTelephone the office telephone number
     * @param mobileTelephone the mobile telephone number
     * @param emailAddress the e-mail address
     * @param residentialAddress the residential address
     * @param postalAddress the postal address
     * @param educationLevel the level of education
     * @param addressDocument the content of a utility bill
     * @param addressDocumentFile the PDF of the utility bill
     * @param unknown all other members
     */
    public UnverifiedFormData {
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /** Names the fields that are present, without their values. */
    @Override
    public String toString() {
        List<String> present = new ArrayList<>();
        prefix.ifPresent(x -> present.add("prefix"));
        maritalStatus.ifPresent(x -> present.add("maritalStatus"));
        homeTelephone.ifPresent(x -> present.add("homeTelephone"));
        officeTelephone.ifPresent(x -> present.add("officeTelephone"));
        mobileTelephone.ifPresent(x -> present.add("mobileTelephone"));
        emailAddress.ifPresent(x -> present.add("emailAddress"));
        residentialAddress.ifPresent(x -> present.add("residentialAddress"));
        postalAddress.ifPresent(x -> present.add("postalAddress"));
        educationLevel.ifPresent(x -> present.add("educationLevel"));
        addressDocument.ifPresent(x -> present.add("addressDocument"));
        addressDocumentFile.ifPresent(x -> present.add("addressDocumentFile"));
        String others = unknown.isEmpty() ? "" : " and " + unknown.size() + " unknown";
        return "UnverifiedFormData" + present + others;
    }
}
