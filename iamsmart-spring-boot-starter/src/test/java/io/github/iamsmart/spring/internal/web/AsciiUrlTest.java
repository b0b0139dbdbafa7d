package io.github.iamsmart.spring.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/form?step=2&x=%20y#top",
                "https://permits.example.gov.hk/%E8%A1%A8",
                "http://[::1]:8080/a[0]?b=100%"
            })
    void leavesWhatIsAscii(String url) {
        assertThat(AsciiUrl.of(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "/表格, /%E8%A1%A8%E6%A0%BC",
        "/%E8%A1%A8格?名=é#頂, /%E8%A1%A8%E6%A0%BC?%E5%90%8D=%C3%A9#%E9%A0%82",
        "/𠮷, /%F0%A0%AE%B7",
        "https://permits.example.gov.hk/表, https://permits.example.gov.hk/%E8%A1%A8",
        "https://www.服務.香港:8443/表, https://www.xn--lhrz38b.xn--j6w193g:8443/%E8%A1%A8",
        "HTTPS://服務.香港?a, HTTPS://xn--lhrz38b.xn--j6w193g?a",
        "http://[::1]:8080/表, http://[::1]:8080/%E8%A1%A8",
        "/?u=https://服務.香港, /?u=https://%E6%9C%8D%E5%8B%99.%E9%A6%99%E6%B8%AF"
    })
    void encodesTheRestOnce(String url, String ascii) {
        assertThat(AsciiUrl.of(url)).isEqualTo(ascii);
        assertThat(AsciiUrl.of(ascii)).isEqualTo(ascii);
    }

    /** Normalizing, as {@code URI.toASCIIString()} does, makes another character of it. */
    @Test
    void keepsCompatibilityIdeographs() {
        assertThat(AsciiUrl.of("/\uF900")).isEqualTo("/%EF%A4%80");
    }

    @Test
    void halvesOfCharactersDoNoHarm() {
        assertThat(AsciiUrl.of("/\uD800\u0085")).matches("[\\x21-\\x7E]+");
    }
}
