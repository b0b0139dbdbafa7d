package io.github.iamsmart.simulator.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
}
