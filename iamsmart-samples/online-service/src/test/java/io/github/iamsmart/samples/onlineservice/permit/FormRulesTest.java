package io.github.iamsmart.samples.onlineservice.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.samples.onlineservice.HandClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {

    private static final Map<Field, String> GOOD = Map.of(
            Field.ENGLISH_NAME, "CHAN, Tai Man",
            Field.ID_NUMBER, "a123456(3)",
            Field.BIRTH_DATE, "2008-06-01",
            Field.MOBILE, "+852 5000-0103",
            Field.EMAIL, "tai.man@example.com",
            Field.ADDRESS, "1 Imaginary Road\nKowloon",
            Field.STALL, "12",
            Field.GOODS, "Kites");

    private final HandClock clock = new HandClock();
    private final FormRules rules = new FormRules(clock);

    @Test
    void acceptsACompleteForm() {
        assertThat(rules.check(PermitForm.EMPTY.corrected(GOOD))).isEmpty();
    }

    @Test
    void asksForEverythingThatItNeeds() {
        assertThat(rules.check(PermitForm.EMPTY))
                .containsOnlyKeys(GOOD.keySet())
                .allSatisfy((field, error) -> assertThat(error).isEqualTo("required"));
    }

    @ParameterizedTest
    @CsvSource({
        "ID_NUMBER, A123456(4), idNumber",
        "ID_NUMBER, passport 77, idNumber",
        "BIRTH_DATE, 2008-06-02, adult",
        "BIRTH_DATE, 2008-02-30, date",
        "BIRTH_DATE, yesterday, date",
        "MOBILE, call me, mobile",
        "MOBILE, 12345, mobile",
        "EMAIL, nobody, email",
        "EMAIL, a@b, email",
        "EMAIL, a b@example.com, email",
        "STALL, 7, stall"
    })
    void refuses(Field field, String value, String error) {
        assertThat(check(field, value)).containsExactly(Map.entry(field, error));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(check(Field.GOODS, "k".repeat(201))).containsExactly(Map.entry(Field.GOODS, "long"));
        assertThat(check(Field.CHINESE_NAME, "𠮷".repeat(20)))
                .as("counted in characters")
                .isEmpty();
        assertThat(check(Field.ADDRESS, "a\n".repeat(6) + "b")).containsExactly(Map.entry(Field.ADDRESS, "lines"));
    }

    @Test
    void countsTheYearsInHongKong() {
        // 16:00 UTC is midnight there.
        clock.advance(Duration.ofHours(14));

        assertThat(check(Field.BIRTH_DATE, "2008-06-02")).isEmpty();
    }

    private Map<Field, String> check(Field field, String value) {
        Map<Field, String> typed = new EnumMap<>(GOOD);
        typed.put(field, value);
        return rules.check(PermitForm.EMPTY.corrected(typed));
    }
}
