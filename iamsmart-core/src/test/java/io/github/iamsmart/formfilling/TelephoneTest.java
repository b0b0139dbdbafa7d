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
        "852,,'2345\u00a06789',+85223456789",
        "852,,２３４５－６７８９,+85223456789",
        "852,,(2345) 6789,+85223456789",
        "852,,２３４５ ６７８９ 内线１２,+85223456789",
        "852,,2345 6789 Extension 12,+85223456789",
        ",,＋８５２ ２３４５ ６７８９,+85223456789",
        "86,755,8201 1234,+8675582011234",
        "39,,06 6982 1234,+390669821234",
        "7,,701 123 4567,+77011234567",
        "91,,91234 56789,+919123456789",
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
        "852,,2345 6789-12",
        "852,,2345 6789/90",
        "852,,2345 6789 / 2345 6790",
        "852,,'2345 6789, 2345 6790'",
        "852,,2345 6789 或 2345 6790",
        "852,,2345 6789 23456790",
        "852,,852 9123 4567",
        "852,,00852 9123 4567",
        "852,852,91234567",
        "852852,,91234567",
        "852,,+852 852 9123 4567",
        ",,+852 9123 456",
        "852,,1234 5678",
        "852,,9123 456",
        "852,,9123 45678",
        "852,,9123 456O",
        "852,,9123４５６",
        "852,,٩١٢٣٤٥٦٧",
        "852,,9123 456²",
        "852,,9123 456⑦",
        "852,,91234567 ext",
        "852,,ext 12",
        "852,,2345 6789 ext 1234567",
        "852,,9123+4567",
        "852,,++85291234567",
        "852,+1,91234567",
        "852,a,91234567",
        "86,,86 138 0013 8000",
        "86,,0086 138 0013 8000",
        "1,,1 212 555 0123",
        "44,,44 20 7946 0958",
        "44,,020 7946 0958",
        "853,,853 6612 3456",
        ",,+44 (0)20 7946 0958",
        "44,,(0)20 7946 0958",
        "49,,1234567890123456",
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
