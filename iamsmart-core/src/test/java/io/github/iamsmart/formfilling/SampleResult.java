package io.github.iamsmart.formfilling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The result of a form filling request with every member that the protocol knows. */
final class SampleResult {

    static final byte[] PDF = "%PDF-1.7 a bill with the customer's number 555777".getBytes(StandardCharsets.US_ASCII);

    static final String JSON = """
            {"businessID":"3f0c","state":"xyz",
             "idNo":{"Identification":"A123456","CheckDigit":"3"},
             "enName":{"UnstructuredName":"SAN, Chi Nan"},
             "chName":{"ChineseName":"申智能"},
             "chNameVerified":"Y",
             "birthDate":"19900228",
             "gender":"M",
             "prefix":"MR",
             "maritalStatus":"S",
             "homeTelNumber":{"CountryCode":"852","SubscriberNumber":"21234567"},
             "officeTelNumber":{"CountryCode":"852","NationalDestinationCode":"","SubscriberNumber":"31234567"},
             "mobileNumber":{"CountryCode":"852","SubscriberNumber":"91234567"},
             "emailAddress":"somebody@example.hk",
             "residentialAddress":{"ChiPremisesAddress":{"Region":"香港",
               "ChiDistrict":{"DcDistrict":"WC","Sub-district":"灣仔"},
               "BuildingName":"灣仔政府大樓",
               "ChiEstate":{"EstateName":"華富","ChiPhase":{"PhaseName":"華清"}},
               "ChiStreet":{"StreetName":"港灣道","BuildingNoFrom":"12"},
               "ChiBlock":{"BlockDescriptor":"座","BlockNo":"東"},
               "Chi3dAddress":{"ChiFloor":{"FloorNum":"15"},"ChiUnit":{"UnitDescriptor":"室","UnitNo":"A1"}},
               "ChiLot":{"ChiStructuredLot":{"DdType":"DD","DdNo":"92","LotType":"LOT","LotNo":"1595","LotSection1":"A"}}}},
             "postalAddress":{"PostBoxAddress":{"EngPostBox":{"PoBoxNo":24700,"PostOffice":"ABERDEEN POST OFFICE",
               "PostOfficeRegion":"HONG KONG"}}},
             "educationLevel":4,
             "addressDocInfo":{"enProviderName":"Example Power","tcProviderName":"例子電力","scProviderName":"例子电力",
               "enUserName":"SAN CHI NAN","tcUserName":"申智能",
               "enServiceAddress":{"addressLine1":"Flat A1, 15/F","addressLine2":"12 Harbour Road",
                 "addressLine3":"Wan Chai","addressLine4":"Hong Kong"},
               "tcServiceAddress":{"addressLine1":"香港灣仔","addressLine2":"港灣道12號"},
               "enPostalAddress":{"addressLine1":"P.O. Box 24700"},
               "tcPostalAddress":{"addressLine1":"郵政信箱24700號"},
               "lastRetrievalDate":1794000000000},
             "addressDocFile":{"docFile":"%s","docHash":"%s","billDate":1793462400000}}""".formatted(Base64.getEncoder().encodeToString(PDF), sha256(PDF));

    private SampleResult() {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
