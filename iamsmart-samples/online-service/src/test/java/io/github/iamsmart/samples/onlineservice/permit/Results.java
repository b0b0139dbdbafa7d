package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.formfilling.FormFillingResult;
import java.nio.charset.StandardCharsets;

/** Results of form filling, as the gateway sends them. */
final class Results {

    static final String COMPLETE = """
            {"idNo": {"Identification": "A123456", "CheckDigit": "3"},
             "enName": {"UnstructuredName": "CHAN, Tai Man"},
             "chName": {"ChineseName": "陳大文"},
             "chNameVerified": "Y",
             "birthDate": "19850417",
             "mobileNumber": {"CountryCode": "852", "SubscriberNumber": "50000103"},
             "emailAddress": "tai.man@example.com",
             "residentialAddress": {"FreeFormatAddress": {"AddressLine1": "1 Imaginary Road", "AddressLine2": "Kowloon"}},
             "postalAddress": {"FreeFormatAddress": {"AddressLine1": "1 Imaginary Road", "AddressLine2": "Kowloon"}}}
            """;

    private Results() {}

    static FormFillingResult of(String json) {
        return FormFillingResult.fromJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
