package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonasOfOnesOwnTest extends ServiceTest {
    private static final String SIU_MING = "{'id': 'siu-ming', 'englishName': 'CHAN, Siu Ming', 'chineseName': '陳小明',"
            + " 'hkic': 'A123456(3)', 'birthDate': '19900131', 'gender': 'M', 'userType': 'sign',"
            + " 'eme': {'emailAddress': 'siu.ming@example.com'}}";

    private ControlCalls control;

    @BeforeEach
    void controlIt() {
        control = new ControlCalls(simulator);
    }

    @Test
    void showsAllThatATesterNeeds() {
        JsonNode plus = control.get("/personas/plus");
        assertThat(plus.path("hkic").asText()).isEqualTo("B000002(2)");
        assertThat(plus.path("HKICHash").asText())
                .isEqualTo(SimulatedPersona.copyOf("plus", "x").build().hkicHash());
        assertThat(plus.path("birthDate").asText()).isEqualTo("19791130");
        assertThat(plus.path("builtIn").asBoolean()).isTrue();
        assertThat(plus.path("eme").path("emailAddress").asText()).isEqualTo("plus@example.com");
        assertThat(control.get("/personas"))
                .hasSize(12)
                .allSatisfy(persona -> assertThat(persona.path("hkic").asText()).matches("[A-Z]\\d{6}\\([0-9A]\\)"));
    }

    @Test
    void signsInAndGivesItsData() {
        control.ok("POST", "/personas", SIU_MING);
        assertThat(simulator.personaIds()).hasSize(13).endsWith("siu-ming");
        service.signIn("siu-ming");
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo", "enName", "chName", "gender"));
        simulator.approve(ticket);
        JsonNode content = receiver.next().content();
        assertThat(content.path("idNo").path("Identification").asText()).isEqualTo("A123456");
        assertThat(content.path("idNo").path("CheckDigit").asText()).isEqualTo("3");
        assertThat(content.path("enName").path("UnstructuredName").asText()).isEqualTo("CHAN, Siu Ming");
        assertThat(content.path("chName").path("ChineseName").asText()).isEqualTo("陳小明");
    }

    @Test
    void isACopyWithChanges() {
        control.ok(
                "POST",
                "/personas",
                "{'id': 'my-plus', 'copyOf': 'plus', 'certificate': 'revoked',"
                        + " 'chineseName': null, 'eme': {'emailAddress': 'mine@example.com', 'postalAddress': null}}");
        JsonNode mine = control.get("/personas/my-plus");
        assertThat(mine.path("englishName").asText()).isEqualTo("SAMPLE, Plus");
        assertThat(mine.path("chineseName").isNull()).isTrue();
        assertThat(mine.path("certificate").asText()).isEqualTo("revoked");
        assertThat(mine.path("eme").path("emailAddress").asText()).isEqualTo("mine@example.com");
        assertThat(mine.path("eme").path("mobileNumber").isObject()).isTrue();
        assertThat(mine.path("eme").has("postalAddress")).isFalse();
        assertThat(control.get("/personas/plus").path("eme").has("postalAddress"))
                .isTrue();
    }

    @Test
    void takesBackWhatItShows() {
        control.ok("POST", "/personas", SIU_MING);
        JsonNode shown = control.get("/personas/siu-ming");
        assertThat(control.ok("PUT", "/personas/siu-ming", shown.toString())).isEqualTo(shown);
        assertThat(control.ok("POST", "/personas", shown.toString())).isEqualTo(shown);
    }

    @Test
    void aChangeOfVerifiedDataIsAChangeOfItsDate() {
        control.ok("POST", "/personas", SIU_MING);
        String before = control.get("/personas/siu-ming").path("lastModified").asText();
        JsonNode sameData = control.ok("PUT", "/personas/siu-ming", "{'eme': {'prefix': 'MR'}}");
        assertThat(sameData.path("lastModified").asText()).isEqualTo(before);
        JsonNode renamed = control.ok("PUT", "/personas/siu-ming", "{'englishName': 'WONG, Siu Ming'}");
        assertThat(renamed.path("lastModified").asText()).isGreaterThan(before);
        assertThat(renamed.path("eme").path("prefix").asText()).isEqualTo("MR");
    }

    @Test
    void theTokenisedIdOfAClientCanBeFixed() {
        String client = service.service.clientId;
        control.ok(
                "POST",
                "/personas",
                "{'id': 'fixed', 'copyOf': 'basic', 'tokenisedIds': {'" + client + "': 'user%2B1'}}");
        assertThat(service.signIn("fixed").openId).isEqualTo("user%2B1");
        service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThat(new SignedInService(simulator, receiver).signIn("fixed").openId)
                .isNotEqualTo("user%2B1");
        assertThat(control.refused(
                        400,
                        "POST",
                        "/personas",
                        "{'id': 'other', 'copyOf': 'basic', 'tokenisedIds': {'" + client + "': 'user%2B1'}}"))
                .contains("'fixed'", "'other'", client);
    }

    @Test
    void whatARemovedOneBeganGoesOn() {
        control.ok("POST", "/personas", SIU_MING);
        service.signIn("siu-ming");
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("enName"));
        assertThat(control.ok("DELETE", "/personas/siu-ming", "")).hasSize(12);
        assertThat(control.refused(404, "GET", "/personas/siu-ming", "")).contains("siu-ming", "basic");
        assertThat(TestService.text(TestService.get(
                        java.net.URI.create(simulator.baseUrl() + "/phone?lang=en-US&ticket=" + ticket))))
                .contains("CHAN, Siu Ming")
                .doesNotContain("data-testid=\"persona-basic\"");
        simulator.approve(ticket);
        assertThat(simulator.awaitCallback(ticket, Duration.ofSeconds(30)).status())
                .isEqualTo("delivered");
        assertThat(receiver.next().content().path("enName").isObject()).isTrue();
        String another = service.service.openQr("another");
        assertThatThrownBy(() -> simulator.approve(another, "siu-ming")).hasMessageContaining("There is no persona");
    }

    @Test
    void stayWhenTheRestIsForgotten() {
        control.ok("POST", "/personas", SIU_MING);
        simulator.reset();
        assertThat(simulator.personaIds()).contains("siu-ming");
    }

    @Test
    void areBuiltInJavaToo() {
        SimulatedPersona persona = SimulatedPersona.copyOf("plus", "in-java")
                .englishName("CHAN, Siu Ming")
                .hkic("A1234563")
                .birthDate(LocalDate.of(2000, 2, 29))
                .certificate(CertificateState.EXPIRED)
                .canSign(false)
                .suspended(true)
                .about("en-US", "Mine")
                .eme("emailAddress", "\"siu.ming@example.com\"")
                .eme("postalAddress", "null")
                .tokenisedId("permits", "user%2B1")
                .build();
        simulator.addPersona(persona);
        SimulatedPersona kept = simulator.personas().get(12);
        assertThat(kept.json())
                .isEqualTo(persona.json())
                .contains("siu.ming@example.com")
                .doesNotContain("postalAddress");
        assertThat(kept.hkic()).isEqualTo("A123456(3)");
        assertThat(kept.hkicHash()).isEqualTo("rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk=");
        assertThat(kept.birthDate()).contains(LocalDate.of(2000, 2, 29));
        assertThat(kept.tokenisedId("permits")).contains("user%2B1");
        assertThat(kept.canSign()).isFalse();
        assertThat(kept).hasToString("SimulatedPersona[in-java]");
        simulator.removePersona("in-java");
        assertThat(simulator.personas()).hasSize(12);
        assertThat(SimulatedPersona.builder("bare")
                        .englishName("BARE, Bo")
                        .hkic("A123456(3)")
                        .build()
                        .birthDate())
                .isEmpty();
        assertThatThrownBy(() -> SimulatedPersona.copyOf("nobody", "x").build()).hasMessageContaining("nobody");
        assertThatThrownBy(() -> SimulatedPersona.copyOf("plus", "x").eme("emailAddress", "a@b"))
                .hasMessageContaining("eme.emailAddress");
        assertThatThrownBy(() -> simulator.addPersona(
                        SimulatedPersona.copyOf("basic", "plus").build()))
                .hasMessageContaining("copy it");
        assertThatThrownBy(() -> simulator.removePersona("plus")).hasMessageContaining("copy it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|'id'",
                "{'id': 'a b', 'englishName': 'A', 'hkic': 'A123456(3)'}|my-user",
                "{'id': 'A', 'englishName': 'A', 'hkic': 'A123456(3)'}|lower-case",
                "{'id': 'a', 'hkic': 'A123456(3)'}|'englishName'",
                "{'id': 'a', 'englishName': 'A'}|'hkic'",
                "{'id': 'a', 'englishName': 'A', 'hkic': '123456'}|A123456(3)",
                "{'id': 'a', 'englishName': 'A', 'hkic': 'a123456(3)'}|capital",
                "{'copyOf': 'plus'}|'id'",
                "{'id': 'a', 'copyOf': 'nobody'}|basic",
                "{'id': 'a', 'copyOf': 7}|'copyOf'",
                "{'id': 'plus', 'copyOf': 'plus'}|copy it",
                "{'id': 'a', 'copyOf': 'plus', 'name': 'A'}|englishName",
                "{'id': 'a', 'copyOf': 'plus', 'englishName': ' '}|'englishName'",
                "{'id': 'a', 'copyOf': 'plus', 'englishName': 'A\\u0000'}|control character",
                "{'id': 'a', 'copyOf': 'plus', 'birthDate': '1990-01-31'}|19791130",
                "{'id': 'a', 'copyOf': 'plus', 'birthDate': '19900230'}|19791130",
                "{'id': 'a', 'copyOf': 'plus', 'gender': 'female'}|'gender'",
                "{'id': 'a', 'copyOf': 'plus', 'userType': 'plus'}|sign",
                "{'id': 'a', 'copyOf': 'plus', 'suspended': 'no'}|true or false",
                "{'id': 'a', 'copyOf': 'plus', 'certificate': 'REVOKED'}|revoked",
                "{'id': 'a', 'copyOf': 'plus', 'lastModified': 'yesterday'}|2026-01-31",
                "{'id': 'a', 'copyOf': 'plus', 'about': {'fr': 'Moi'}}|zh-HK",
                "{'id': 'a', 'copyOf': 'plus', 'about': 'me'}|object",
                "{'id': 'a', 'copyOf': 'plus', 'eme': {'shoeSize': '42'}}|emailAddress",
                "{'id': 'a', 'copyOf': 'plus', 'eme': {'emailAddress': {}}}|string",
                "{'id': 'a', 'copyOf': 'plus', 'eme': {'mobileNumber': '5123'}}|object",
                "{'id': 'a', 'copyOf': 'plus', 'eme': {'addressDocFile': {'docFile': 'AAAA'}}}|billDate",
                "{'id': 'a', 'copyOf': 'plus', 'tokenisedIds': {'permits': ''}}|tokenisedIds.permits",
                "{'id': 'a', 'copyOf': 'plus', 'tokenisedIds': {'permits': 'ä'}}|ASCII",
                "[]|object",
                "nonsense|JSON",
            })
    void saysWhatToWrite(String body, String word) {
        assertThat(control.refused(400, "POST", "/personas", body)).contains(word);
        assertThat(simulator.personaIds()).hasSize(12);
    }

    @Test
    void aWrongCheckDigitIsToldWithoutTheNumber() {
        String sentence = control.refused(400, "POST", "/personas", SIU_MING.replace("(3)", "(4)"));
        assertThat(sentence).contains("it is 3, not 4").doesNotContain("A123456");
    }

    @Test
    void builtInOnesStayAsTheyAre() {
        assertThat(control.refused(400, "PUT", "/personas/plus", "{'gender': 'M'}"))
                .contains("copy it");
        assertThat(control.refused(400, "DELETE", "/personas/plus", "")).contains("copy it");
        assertThat(control.refused(404, "DELETE", "/personas/nobody", "")).contains("nobody");
        control.ok("POST", "/personas", SIU_MING);
        assertThat(control.refused(400, "PUT", "/personas/siu-ming", "{'id': 'other'}"))
                .contains("of the path");
    }

    @Test
    void thereIsRoomForAThousand() {
        SimulatedPersonaBuilder builder = SimulatedPersona.copyOf("no-eme", "first");
        simulator.addPersona(builder.build());
        List<String> more = java.util.stream.IntStream.range(1, 1_000)
                .mapToObj(number -> "{\"id\": \"p" + number + "\", \"copyOf\": \"no-eme\"}")
                .toList();
        simulator.loadScenario("{\"personas\": [" + String.join(",", more) + "]}");
        simulator.addPersona(builder.build());
        assertThatThrownBy(() -> simulator.addPersona(
                        SimulatedPersona.copyOf("no-eme", "last").build()))
                .hasMessageContaining("remove some");
        String large = "x".repeat(65 * 1024);
        assertThat(control.refused(400, "PUT", "/personas/first", "{'eme': {'emailAddress': '" + large + "'}}"))
                .contains("64 KiB");
    }
}
