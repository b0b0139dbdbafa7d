package io.github.iamsmart.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.internal.identity.VerifiedProfileReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedProfileTest {

    private static final String COMPLETE = """
            {"businessID":"b1","state":"s1",
             "idNo":{"Identification":"A123456","CheckDigit":"3"},
             "enName":{"UnstructuredName":"SAN, Chi Nan"},
             "chName":{"ChineseName":"申智能"},
             "chNameVerified":"Y","birthDate":"19900228","gender":"M",
             "emailAddress":"somebody@example.hk"}""";

    @Test
    void readsEveryField() {
        VerifiedProfile profile = read(COMPLETE);

        assertThat(profile.hkic()).contains(Hkic.of("A123456(3)"));
        assertThat(profile.englishName()).contains(new EnglishName("SAN, Chi Nan"));
        assertThat(profile.chineseName()).contains(new ChineseName("申智能"));
        assertThat(profile.chineseNameVerifiedText()).contains("Y");
        assertThat(profile.chineseNameVerified()).contains(true);
        assertThat(profile.birthDate()).contains(LocalDate.of(1990, 2, 28));
        assertThat(profile.birthYear()).contains(Year.of(1990));
        assertThat(profile.gender()).contains(Gender.MALE);
        assertThat(profile.unknown()).isEmpty();
    }

    /** Applications log what is unknown, to hear of new fields: the state is secret. */
    @Test
    void whatTiesAProfileToItsRequestIsNotUnknown() {
        byte[] json =
                "{\"businessID\":\"b1\",\"state\":\"s1\",\"gender\":\"F\",\"new\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(VerifiedProfileReader.read(json).unknown()).containsOnlyKeys("new");
    }

    @Test
    void readsTheObjectInsideAnEnvelope() {
        String envelope = "{\"txID\":\"t\",\"content\":" + COMPLETE + ",\"code\":\"D00000\",\"message\":\"SUCCESS\"}";

        VerifiedProfile profile = read(envelope);

        assertThat(profile.hkic()).isPresent();
        assertThat(profile.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"idNo\":null,\"enName\":null,\"birthDate\":null}",
                "{\"idNo\":{},\"enName\":{\"UnstructuredName\":\"\"},\"gender\":\" \"}"
            })
    void isEmptyWhereNothingCame(String json) {
        VerifiedProfile profile = read(json);

        assertThat(profile.hkic()).isEmpty();
        assertThat(profile.englishName()).isEmpty();
        assertThat(profile.chineseName()).isEmpty();
        assertThat(profile.chineseNameVerified()).isEmpty();
        assertThat(profile.birthDate()).isEmpty();
        assertThat(profile.birthYear()).isEmpty();
        assertThat(profile.gender()).isEmpty();
        assertThat(profile.unknown()).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotKnowAsJsonText() {
        VerifiedProfile profile = read("""
                {"idNo":{"Identification":"A123456","CheckDigit":3,"IssueDate":{"y":2019}},
                 "nationality":["HK",1.50,null],"somethingNull":null,"mobileNumber":{"SubscriberNumber":"91234567"}}""");

        assertThat(profile.hkic()).contains(Hkic.of("A123456(3)"));
        assertThat(profile.unknown())
                .containsEntry("idNo.IssueDate", "{\"y\":2019}")
                .containsEntry("nationality", "[\"HK\",1.50,null]")
                .hasSize(2);
    }

    @Test
    void keepsAWronglyTypedMemberAsJsonTextAndLeavesItOut() {
        VerifiedProfile profile = read("""
                {"idNo":"A123456(3)","enName":["SAN"],"chName":{"ChineseName":{"x":1}},
                 "birthDate":"1990-02-28","gender":{"code":"M"}}""");

        assertThat(profile.hkic()).isEmpty();
        assertThat(profile.englishName()).isEmpty();
        assertThat(profile.chineseName()).isEmpty();
        assertThat(profile.birthDate()).isEmpty();
        assertThat(profile.gender()).isEmpty();
        assertThat(profile.unknown())
                .containsEntry("idNo", "\"A123456(3)\"")
                .containsEntry("enName", "[\"SAN\"]")
                .containsEntry("chName.ChineseName", "{\"x\":1}")
                .containsEntry("birthDate", "\"1990-02-28\"")
                .containsEntry("gender", "{\"code\":\"M\"}");
    }

    @Test
    void refusesANumberWhoseCheckDigitIsWrongAndKeepsItsText() {
        VerifiedProfile profile = read("{\"idNo\":{\"Identification\":\"A123456\",\"CheckDigit\":\"4\"}}");

        assertThat(profile.hkic()).isEmpty();
        assertThat(profile.unknown())
                .containsEntry("idNo.Identification", "\"A123456\"")
                .containsEntry("idNo.CheckDigit", "\"4\"");
    }

    @Test
    void completesANumberThatCameWithoutItsCheckDigit() {
        assertThat(read("{\"idNo\":{\"Identification\":\"G123456\"}}").hkic()).contains(Hkic.of("G123456(A)"));
    }

    @ParameterizedTest
    @CsvSource({"19450000", "19450300", "194503", "1945"})
    void tellsTheYearWhereTheCardShowsNoFullDate(String text) {
        VerifiedProfile profile = read("{\"birthDate\":\"" + text + "\"}");

        assertThat(profile.birthDate()).isEmpty();
        assertThat(profile.birthYear()).contains(Year.of(1945));
        assertThat(profile.unknown()).containsEntry("birthDate", "\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19901301", "19900230", "19000229", "194513", "0", "90-02-28", "١٩٩٠٠٢٢٨"})
    void makesNoDateOfSomethingElse(String text) {
        VerifiedProfile profile = read("{\"birthDate\":\"" + text + "\"}");

        assertThat(profile.birthDate()).isEmpty();
        assertThat(profile.birthYear()).isEmpty();
        assertThat(profile.unknown()).containsKey("birthDate");
    }

    @Test
    void readsADateThatCameAsANumber() {
        assertThat(read("{\"birthDate\":20000229}").birthDate()).contains(LocalDate.of(2000, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"Y\"',true",
        "'\"true\"',true",
        "true,true",
        "1,true",
        "'\"N\"',false",
        "'\"No\"',false",
        "false,false",
        "0,false"
    })
    void understandsTheUsualWordsForAVerifiedChineseName(String value, boolean verified) {
        assertThat(read("{\"chNameVerified\":" + value + "}").chineseNameVerified())
                .contains(verified);
    }

    @Test
    void leavesAnotherWordForAVerifiedChineseNameReadable() {
        VerifiedProfile profile = read("{\"chNameVerified\":\"PENDING\"}");

        assertThat(profile.chineseNameVerified()).isEmpty();
        assertThat(profile.chineseNameVerifiedText()).contains("PENDING");
        assertThat(profile.unknown()).isEmpty();
    }

    @Test
    void keepsALetterForTheSexThatItDoesNotKnow() {
        assertThat(read("{\"gender\":\"x\"}").gender()).contains(new Gender("X"));
        assertThat(new Gender("X").isKnown()).isFalse();
        assertThat(new Gender(" f ")).isEqualTo(Gender.FEMALE);
        assertThat(Gender.FEMALE.isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"A123456\"", "{\"idNo\":", "{\"idNo\" A123456}", "{} {}", "<html>"})
    void refusesWhatIsNoJsonObjectWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProtocolException.class)
                .hasMessageNotContaining("A123456")
                .hasNoCause();
    }

    @Test
    void splitsAnEnglishNameAtItsComma() {
        EnglishName name = new EnglishName("SAN, Chi Nan");

        assertThat(name.surname()).contains("SAN");
        assertThat(name.givenNames()).contains("Chi Nan");
        assertThat(new EnglishName("SAN,").surname()).contains("SAN");
        assertThat(new EnglishName("SAN,").givenNames()).isEmpty();
        assertThat(new EnglishName("SUKARNO").surname()).isEmpty();
        assertThat(new EnglishName("SUKARNO").givenNames()).isEmpty();
    }

    @Test
    void namesItsFieldsInAStringWithoutShowingThem() {
        assertThat(read(COMPLETE))
                .hasToString("VerifiedProfile[hkic, englishName, chineseName, chineseNameVerified, birthDate, gender]");
        assertThat(read("{\"secret\":\"A123456\"}")).hasToString("VerifiedProfile[] and 1 unknown");
    }

    @Test
    void knowsTheFieldsOfTheProtocolAndTakesOthers() {
        assertThat(ProfileField.known())
                .extracting(ProfileField::value)
                .containsExactlyInAnyOrder("idNo", "enName", "chName", "chNameVerified", "birthDate", "gender");
        assertThat(ProfileField.of(" IDNO ")).isSameAs(ProfileField.ID_NUMBER);
        assertThat(ProfileField.of("nationality")).hasToString("nationality");
        assertThat(ProfileField.of("nationality").isKnown()).isFalse();
        assertThat(ProfileField.GENDER.isKnown()).isTrue();
        assertThatThrownBy(() -> ProfileField.of(" ")).isInstanceOf(InvalidRequestException.class);
    }

    private static VerifiedProfile read(String json) {
        return FormFillingResult.fromJson(json.getBytes(StandardCharsets.UTF_8)).profile();
    }
}
