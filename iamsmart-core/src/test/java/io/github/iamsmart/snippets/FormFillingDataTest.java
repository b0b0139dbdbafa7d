package io.github.iamsmart.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.HkicFormatException;
import io.github.iamsmart.formfilling.AddressDocumentFile;
import io.github.iamsmart.formfilling.EmailAddress;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.formfilling.HashCheck;
import io.github.iamsmart.formfilling.Telephone;
import io.github.iamsmart.formfilling.UnverifiedFormData;
import io.github.iamsmart.formfilling.address.Address;
import io.github.iamsmart.formfilling.address.Premises;
import io.github.iamsmart.formfilling.address.PremisesAddress;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.VerifiedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/form-filling.md about the data; the module {@code documentation} holds the two together. */
class FormFillingDataTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Hong_Kong"));
    private String hint = "";

    @Test
    void verifiedIdentity() {
        byte[] json = utf8("""
                {"idNo":{"Identification":"A123456","CheckDigit":"3"},
                 "enName":{"UnstructuredName":"SAN, Chi Nan"},"birthDate":"20081123"}""");

        // tag::profile[]
        VerifiedProfile profile = FormFillingResult.fromJson(json).profile();
        Hkic hkic = profile.hkic().orElseThrow();
        String toStore = hkic.formatted(); // A123456(3)
        String toShow = hkic.masked(); // A123***(*)
        String surname = profile.englishName().flatMap(EnglishName::surname).orElse("");
        boolean adult = profile.birthDate()
                .map(birth -> !birth.plusYears(18).isAfter(LocalDate.now(clock)))
                .orElse(false);
        // end::profile[]

        assertThat(toStore).isEqualTo("A123456(3)");
        assertThat(toShow).isEqualTo("A123***(*)");
        assertThat(surname).isEqualTo("SAN");
        assertThat(adult).isTrue();
    }

    @Test
    void aNumberThatSomebodyTypes() {
        assertThat(hashOf("Ａ１２３４５６（３）")).contains("rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk=");
        assertThat(hashOf("A123456(4)")).isEmpty();
        assertThat(hint).isEqualTo("mistyped");
        assertThat(hashOf("12345")).isEmpty();
        assertThat(hint).isEqualTo("not-a-number");
    }

    private Optional<String> hashOf(String typed) {
        // tag::hkic[]
        try {
            String hash = Hkic.of(typed).hash(); // the HKICHash of a signing request
            return Optional.of(hash);
        } catch (HkicFormatException e) {
            hint = e.reason() == HkicFormatException.Reason.CHECK_DIGIT ? "mistyped" : "not-a-number";
            return Optional.empty();
        }
        // end::hkic[]
    }

    @Test
    void formData() {
        byte[] json = utf8("""
                {"emailAddress":"somebody@example.hk",
                 "mobileNumber":{"CountryCode":"852","SubscriberNumber":"91234567"},
                 "residentialAddress":{"EngPremisesAddress":{"Region":"NT","EngDistrict":{"Sub-district":"Tseung Kwan O"},
                   "EngEstate":{"EstateName":"Harbour Gardens","EngPhase":{"PhaseNo":"2"}},
                   "EngStreet":{"StreetName":"Po Lam Road","BuildingNoFrom":"8"},
                   "EngBlock":{"BlockDescriptor":"Tower","BlockNo":"3"},
                   "Eng3dAddress":{"EngFloor":{"FloorNum":"28"},"EngUnit":{"UnitDescriptor":"Flat","UnitNo":"B"}}}}}""");
        String district = "";
        String building = "";

        // tag::form[]
        UnverifiedFormData form = FormFillingResult.fromJson(json).formData();
        String email = form.emailAddress().map(EmailAddress::value).orElse("");
        String mobile = form.mobileTelephone().flatMap(Telephone::e164).orElse(""); // +85291234567
        // end::form[]

        // tag::address[]
        Address address = form.residentialAddress().orElseThrow();
        List<String> envelope = address.lines();
        String oneLine = address.oneLine();
        if (address instanceof PremisesAddress inHongKong) {
            Premises premises = inHongKong.premises();
            district = premises.districtName().orElse("");
            building = premises.buildingName().orElse("");
        }
        // end::address[]

        assertThat(email).isEqualTo("somebody@example.hk");
        assertThat(mobile).isEqualTo("+85291234567");
        assertThat(envelope)
                .containsExactly(
                        "Flat B, 28/F, Tower 3",
                        "Phase 2, Harbour Gardens",
                        "8 Po Lam Road",
                        "Tseung Kwan O, New Territories");
        assertThat(oneLine).isEqualTo(String.join(", ", envelope));
        assertThat(district).isEqualTo("Tseung Kwan O");
        assertThat(building).isEmpty();
    }

    @Test
    void utilityBill() {
        String hash = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

        assertThat(proofOfAddress("\"docHash\":\"" + hash + "\",\"billDate\":1793462400000"))
                .hasValueSatisfying(pdf -> assertThat(pdf).containsExactly(1, 2, 3));
        assertThat(proofOfAddress("\"docHash\":\"" + hash + "\",\"billDate\":1700000000000"))
                .isEmpty();
        assertThat(proofOfAddress("\"billDate\":1793462400000")).isEmpty();
    }

    private Optional<byte[]> proofOfAddress(String members) {
        UnverifiedFormData form = FormFillingResult.fromJson(
                        utf8("{\"addressDocFile\":{\"docFile\":\"AQID\"," + members + "}}"))
                .formData();

        // tag::bill[]
        AddressDocumentFile file = form.addressDocumentFile().orElseThrow();
        if (file.hashCheck() != HashCheck.MATCHES) {
            return Optional.empty(); // DIFFERS or ABSENT: ask for another proof of address
        }
        boolean recent = file.billDate()
                .map(date -> date.isAfter(LocalDate.now(clock).minusMonths(3)))
                .orElse(false);
        return recent ? Optional.of(file.pdf()) : Optional.empty();
        // end::bill[]
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
