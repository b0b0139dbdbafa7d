package io.github.iamsmart.formfilling;

import io.github.iamsmart.internal.json.lenient.LenientObject;
import java.util.Optional;
import java.util.Set;

/** Reads the fields that the user has entered. */
final class FormDataReader {

    private FormDataReader() {}

    static UnverifiedFormData read(LenientObject result, Set<String> elsewhere) {
        return new UnverifiedFormData(
                result.text("prefix"),
                result.text("maritalStatus").map(MaritalStatus::new),
                telephone(result.child("homeTelNumber")),
                telephone(result.child("officeTelNumber")),
                telephone(result.child("mobileNumber")),
                result.text("emailAddress").map(EmailAddress::new),
                AddressParser.parse(result.child("residentialAddress")),
                AddressParser.parse(result.child("postalAddress")),
                result.text("educationLevel").map(EducationLevel::new),
                AddressDocumentParser.info(result.child("addressDocInfo")),
                AddressDocumentParser.file(result.child("addressDocFile")),
                result.unknown(elsewhere));
    }

    private static Optional<Telephone> telephone(LenientObject number) {
        return number.text("SubscriberNumber")
                .map(subscriber -> new Telephone(
                        number.text("CountryCode"), number.text("NationalDestinationCode"), Optional.of(subscriber)));
    }
}
