package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.formfilling.address.ChinesePremisesAddress;
import io.github.iamsmart.formfilling.address.EnglishPremisesAddress;
import io.github.iamsmart.formfilling.address.PostBoxAddress;
import io.github.iamsmart.formfilling.address.PremisesAddress;
import io.github.iamsmart.formfilling.address.Region;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnverifiedFormDataTest {

    @Test
    void readsEveryField() {
        UnverifiedFormData form = read(SampleResult.JSON);

        assertThat(form.prefix()).contains("MR");
        assertThat(form.maritalStatus()).contains(MaritalStatus.SINGLE);
        assertThat(form.educationLevel()).contains(new EducationLevel("4"));
        assertThat(form.mobileTelephone().flatMap(Telephone::e164)).contains("+85291234567");
        assertThat(form.homeTelephone().flatMap(Telephone::e164)).contains("+85221234567");
        assertThat(form.officeTelephone().flatMap(Telephone::e164)).contains("+85231234567");
        assertThat(form.emailAddress()).contains(new EmailAddress("somebody@example.hk"));
        assertThat(form.residentialAddress()).containsInstanceOf(ChinesePremisesAddress.class);
        assertThat(form.postalAddress()).containsInstanceOf(PostBoxAddress.class);
        assertThat(form.addressDocument()).isPresent();
        assertThat(form.addressDocumentFile()).isPresent();
        assertThat(form.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"prefix\":null,\"mobileNumber\":null,\"residentialAddress\":null,\"addressDocFile\":null}",
                "{\"mobileNumber\":{},\"residentialAddress\":{},\"addressDocInfo\":{},\"addressDocFile\":{}}",
                "{\"prefix\":\"\",\"mobileNumber\":{\"SubscriberNumber\":\" \"},\"addressDocFile\":{\"docFile\":\"\"}}"
            })
    void isEmptyWhereNothingCame(String json) {
        UnverifiedFormData form = read(json);

        assertThat(form.prefix()).isEmpty();
        assertThat(form.mobileTelephone()).isEmpty();
        assertThat(form.residentialAddress()).isEmpty();
        assertThat(form.postalAddress()).isEmpty();
        assertThat(form.addressDocument()).isEmpty();
        assertThat(form.addressDocumentFile()).isEmpty();
        assertThat(form.unknown()).isEmpty();
        assertThat(form).hasToString("UnverifiedFormData[]");
    }

    @Test
    void keepsWhatItDoesNotKnowAsJsonTextUnderItsPath() {
        UnverifiedFormData form = read("""
                {"employmentStatus":"E","mobileNumber":{"SubscriberNumber":"91234567","Extension":7},
                 "residentialAddress":{"EngPremisesAddress":{"Region":"HK",
                   "EngStreet":{"StreetName":"Queen's Road","BuildingNoFrom":"2","BuildingNoTo":"4"}}},
                 "postalAddress":{"VillageAddress":{"House":"3"}}}""");

        assertThat(form.residentialAddress()).isPresent();
        assertThat(form.postalAddress()).isEmpty();
        assertThat(form.unknown())
                .containsEntry("employmentStatus", "\"E\"")
                .containsEntry("mobileNumber.Extension", "7")
                .containsEntry("residentialAddress.EngPremisesAddress.EngStreet.BuildingNoTo", "\"4\"")
                .containsEntry("postalAddress.VillageAddress", "{\"House\":\"3\"}")
                .hasSize(4);
    }

    @Test
    void keepsAWronglyTypedMemberAsJsonTextAndLeavesItOut() {
        UnverifiedFormData form = read("""
                {"prefix":["MR"],"mobileNumber":"91234567","emailAddress":{"v":1},
                 "residentialAddress":"1 Queen's Road","postalAddress":{"EngPremisesAddress":"x"},
                 "addressDocInfo":7,"addressDocFile":[1]}""");

        assertThat(form).hasToString("UnverifiedFormData[] and 7 unknown");
        assertThat(form.unknown())
                .containsEntry("prefix", "[\"MR\"]")
                .containsEntry("mobileNumber", "\"91234567\"")
                .containsEntry("residentialAddress", "\"1 Queen's Road\"")
                .containsEntry("postalAddress.EngPremisesAddress", "\"x\"")
                .containsEntry("addressDocFile", "[1]");
    }

    @Test
    void takesOneAddressAndKeepsTheOtherAsJsonText() {
        UnverifiedFormData form = read("""
                {"residentialAddress":{"EngPremisesAddress":{"BuildingName":"Lee House"},
                  "ChiPremisesAddress":{"BuildingName":"利樓"}}}""");

        assertThat(form.residentialAddress().orElseThrow().oneLine()).isEqualTo("利樓");
        assertThat(form.unknown())
                .containsEntry("residentialAddress.EngPremisesAddress", "{\"BuildingName\":\"Lee House\"}");
    }

    @Test
    void givesThePartsOfAnAddressInEitherLanguage() {
        UnverifiedFormData form = read("""
                {"residentialAddress":{"EngPremisesAddress":{"Region":"KLN",
                  "EngDistrict":{"DcDistrict":"SSP","Sub-district":"Mei Foo"},"EngEstate":{"EstateName":"Mei Foo Sun Chuen"},
                  "EngLot":{"EngStructureLot":{"LotNo":"1","LotSection3":"C"}}}}}""");

        EnglishPremisesAddress address =
                (EnglishPremisesAddress) form.residentialAddress().orElseThrow();
        assertThat(address).isInstanceOf(PremisesAddress.class);
        assertThat(address.premises().region()).contains(Region.KOWLOON);
        assertThat(address.premises().district()).contains("SSP");
        assertThat(address.premises().districtName()).contains("Mei Foo");
        assertThat(address.premises().estate().name()).contains("Mei Foo Sun Chuen");
        assertThat(address.premises().lot().sections()).hasSize(1);
    }

    @Test
    void recognisesARegionHoweverItIsWritten() {
        assertThat(Region.of("hk")).isEqualTo(Region.HONG_KONG).isEqualTo(Region.of("香港"));
        assertThat(Region.of("Kowloon")).isEqualTo(Region.KOWLOON);
        assertThat(Region.of("新界").english()).isEqualTo("New Territories");
        assertThat(Region.of("Lantau").chinese()).isEqualTo("Lantau");
    }

    @Test
    void knowsTheFieldsOfTheProtocolAndTakesOthers() {
        assertThat(FormField.known())
                .extracting(FormField::value)
                .containsExactlyInAnyOrder(
                        "prefix",
                        "maritalStatus",
                        "homeTelNumber",
                        "officeTelNumber",
                        "mobileNumber",
                        "emailAddress",
                        "residentialAddress",
                        "postalAddress",
                        "educationLevel",
                        "addressDocInfo",
                        "addressDocFile");
        assertThat(FormField.of("EMAILADDRESS")).isSameAs(FormField.EMAIL_ADDRESS);
        assertThat(FormField.of("employmentStatus")).hasToString("employmentStatus");
        assertThat(FormField.of("employmentStatus").isKnown()).isFalse();
        assertThat(FormField.PREFIX.isKnown()).isTrue();
        assertThatThrownBy(() -> FormField.of("")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesWhatIsNoJsonObject() {
        assertThatThrownBy(() -> read("[1]")).isInstanceOf(ProtocolException.class);
    }

    private static UnverifiedFormData read(String json) {
        return FormFillingResult.fromJson(json.getBytes(StandardCharsets.UTF_8)).formData();
    }
}
