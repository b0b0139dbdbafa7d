package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource({
        "852,,91234567,+85291234567",
        "+852,,91234567,+85291234567",
        "00852,,91234567,+85291234567",
        "'(852)',,9123 4567,+85291234567",
        "852,,9123-4567,+85291234567",
        "８５２,,９１２３４５６７,+85291234567",
        ",,21234567,+85221234567",
        ",,+852 2123 4567,+85221234567",
        "852,,+86 138 0013 8000,+8613800138000",
        "852,,21234567 ext. 12,+85221234567",
        "852,,21234567 內線 8,+85221234567",
        "852,,2123 4567 x3,+85221234567",
        "44,20,7946 0958,+442079460958",
        "1,212,555-0123,+12125550123",
        "1,,98765432,+198765432",
        "86,,138 0013 8000,+8613800138000",
        "853,,6612.3456,+85366123456",
    })
    void writesTheInternationalForm(String country, String area, String subscriber, String expected) {
        assertThat(telephone(country, area, subscriber).e164()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "852,,",
        ",,",
        "852,20,",
        "852,,ask my wife",
        "HK,,91234567",
        "0,,91234567",
        "8520,,91234567",
        ",,12345678",
        ",,1234567890123",
        "852,,91234567890123456",
        "852,,123",
        ",,+",
    })
    void makesNoNumberOfSomethingElse(String country, String area, String subscriber) {
        assertThat(telephone(country, area, subscriber).e164()).isEmpty();
    }

    @Test
    void showsNothingOfTheNumber() {
        assertThat(telephone("852", null, "91234567")).hasToString("Telephone[***]");
    }

    private static Telephone telephone(String country, String area, String subscriber) {
        return new Telephone(Optional.ofNullable(country), Optional.ofNullable(area), Optional.ofNullable(subscriber));
    }
}
