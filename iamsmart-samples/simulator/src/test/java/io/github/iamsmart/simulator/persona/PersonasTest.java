package io.github.iamsmart.simulator.persona;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonasTest {
    private final List<Persona> personas = Personas.load().all();

    @Test
    void everyIdentityCardNumberHasItsCheckDigit() {
        assertThat(personas).isNotEmpty().allSatisfy(persona -> {
            String identification =
                    persona.profile().path("idNo").path("Identification").asText();
            String checkDigit =
                    persona.profile().path("idNo").path("CheckDigit").asText();
            assertThat(identification).matches("[A-Z]\\d{6}");
            int sum = 36 * 9 + (identification.charAt(0) - 'A' + 10) * 8;
            for (int i = 1; i < 7; i++) {
                sum += Character.digit(identification.charAt(i), 10) * (8 - i);
            }
            sum += checkDigit.equals("A") ? 10 : Integer.parseInt(checkDigit);
            assertThat(sum % 11).as(identification).isZero();
        });
    }

    @Test
    void everyPersonaIsCompleteAndDifferent() {
        assertThat(personas).extracting(Persona::id).doesNotHaveDuplicates();
        assertThat(personas)
                .extracting(persona ->
                        persona.profile().path("idNo").path("Identification").asText())
                .doesNotHaveDuplicates();
        assertThat(personas).allSatisfy(persona -> {
            assertThat(persona.about()).containsOnlyKeys("en-US", "zh-HK", "zh-CN");
            assertThat(persona.userType()).isIn("default", "sign");
            assertThat(persona.englishName()).isNotBlank();
            assertThat(persona.chineseName()).isNotBlank();
            assertThat(persona.toString()).doesNotContain(persona.englishName());
        });
    }

    @Test
    void oneIsUnderEighteen() {
        Persona young = personas.stream()
                .filter(p -> p.id().equals("under-18"))
                .findFirst()
                .orElseThrow();
        LocalDate birth = LocalDate.parse(young.profile().path("birthDate").asText(), DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(birth).isAfter(LocalDate.of(2009, 1, 1));
    }

    @Test
    void oneHasOnlyAChineseAddressAndOneNoData() {
        Persona chinese = personas.stream()
                .filter(p -> p.id().equals("chinese-address"))
                .findFirst()
                .orElseThrow();
        assertThat(chinese.eme().path("residentialAddress").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("ChiPremisesAddress");
        Persona blank = personas.stream()
                .filter(p -> p.id().equals("no-eme"))
                .findFirst()
                .orElseThrow();
        assertThat(blank.eme()).isEmpty();
    }

    @Test
    void everyKindOfAddressHasSomebody() {
        List<String> kinds = personas.stream()
                .flatMap(persona -> Stream.of(
                        persona.eme().path("residentialAddress"), persona.eme().path("postalAddress")))
                .flatMap(address -> address.properties().stream())
                .flatMap(kind -> Stream.concat(
                        Stream.of(kind.getKey()),
                        kind.getValue().properties().stream().map(java.util.Map.Entry::getKey)))
                .toList();
        assertThat(kinds)
                .contains(
                        "EngPremisesAddress",
                        "ChiPremisesAddress",
                        "FreeFormatAddress",
                        "PostBoxAddress",
                        "EngPostBox",
                        "ChiPostBox",
                        "EngLot",
                        "ChiLot");
    }

    @Test
    void noPersonaHasAFieldThatTheGatewayDoesNotKnow() {
        assertThat(personas).allSatisfy(persona -> {
            assertThat(names(persona.profile())).isSubsetOf(DataFields.PROFILE);
            assertThat(names(persona.eme())).isSubsetOf(DataFields.EME);
        });
        assertThat(personas.stream()
                        .filter(persona -> persona.id().equals("utility-bill"))
                        .flatMap(persona -> names(persona.eme()).stream()))
                .contains("addressDocInfo", "addressDocFile");
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
