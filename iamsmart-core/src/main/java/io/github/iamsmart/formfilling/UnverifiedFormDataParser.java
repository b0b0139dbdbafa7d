package io.github.iamsmart.formfilling;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.formfilling.address.Address;
import io.github.iamsmart.internal.json.lenient.LenientObject;
import io.github.iamsmart.internal.json.lenient.ResultMembers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the business object of a result to its unverified fields; holds them afterwards. */
final class UnverifiedFormDataParser {

    private static final Set<String> ELSEWHERE = ResultMembers.union(ResultMembers.PROFILE, ResultMembers.REQUEST);

    final Optional<String> prefix;
    final Optional<String> maritalStatus;
    final Optional<Telephone> homeTelephone;
    final Optional<Telephone> officeTelephone;
    final Optional<Telephone> mobileTelephone;
    final Optional<EmailAddress> emailAddress;
    final Optional<Address> residentialAddress;
    final Optional<Address> postalAddress;
    final Optional<String> educationLevel;
    final Optional<AddressDocument> addressDocument;
    final Optional<AddressDocumentFile> addressDocumentFile;
    final Map<String, String> unknown;

    private UnverifiedFormDataParser(LenientObject result) {
        prefix = result.text("prefix");
        maritalStatus = result.text("maritalStatus");
        homeTelephone = telephone(result.child("homeTelNumber"));
        officeTelephone = telephone(result.child("officeTelNumber"));
        mobileTelephone = telephone(result.child("mobileNumber"));
        emailAddress = result.text("emailAddress").map(EmailAddress::new);
        residentialAddress = AddressParser.parse(result.child("residentialAddress"));
        postalAddress = AddressParser.parse(result.child("postalAddress"));
        educationLevel = result.text("educationLevel");
        addressDocument = AddressDocumentParser.info(result.child("addressDocInfo"));
        addressDocumentFile = AddressDocumentParser.file(result.child("addressDocFile"));
        unknown = result.unknown(ELSEWHERE);
    }

    static UnverifiedFormData parse(JsonNode businessObject) {
        return new UnverifiedFormData(new UnverifiedFormDataParser(LenientObject.of(businessObject)));
    }

    private static Optional<Telephone> telephone(LenientObject number) {
        return number.text("SubscriberNumber")
                .map(subscriber -> new Telephone(
                        number.text("CountryCode"), number.text("NationalDestinationCode"), Optional.of(subscriber)));
    }
}
