package io.github.iamsmart.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    private final PublicUrl real = new PublicUrl("iamsmart.public-url", false);
    private final PublicUrl simulated = new PublicUrl("iamsmart.public-url", true);

    @ParameterizedTest
    @CsvSource({
        "https://permits.example.gov.hk, https://permits.example.gov.hk",
        "https://permits.example.gov.hk/, https://permits.example.gov.hk",
        "HTTPS://permits.example.gov.hk, HTTPS://permits.example.gov.hk",
        "https://permits.example.gov.hk:8443, https://permits.example.gov.hk:8443",
        "https://permits.example.gov.hk/online//, https://permits.example.gov.hk/online",
        "https://xn--j6w193g.example.hk, https://xn--j6w193g.example.hk",
    })
    void acceptsAnHttpsAddressWithADomainName(String value, URI url) {
        assertThat(real.check(value)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://permits.example.gov.hk | not an absolute https URL",
                "permits.example.gov.hk | not an absolute https URL",
                "/iamsmart | not an absolute https URL",
                "https:/permits.example.gov.hk | not an absolute https URL",
                "ftp://permits.example.gov.hk | not an absolute https URL",
                "https://*.example.gov.hk | no wildcard",
                "https://{tenant}.example.gov.hk | no wildcard",
                "https://permits.example.gov.hk/* | no wildcard",
                "https://permits.example.gov.hk/#top | no fragment",
                "https://permits.example.gov.hk/?a=b | no query",
                "https://localhost:8443 | localhost works with the simulator only",
                "https://127.0.0.1 | localhost works with the simulator only",
                "https://203.0.113.7 | not an IP address",
                "https://[2001:db8::1] | not an IP address",
                "https://permits | not a fully qualified domain name",
                "https://permits_1.example.hk | no valid host name",
                "https://per mits.example.hk | not a URL",
            })
    void refusesWhatCannotBeRegistered(String value, String problem) {
        assertThatThrownBy(() -> real.check(value))
                .isInstanceOf(IamSmartPropertyException.class)
                .hasMessageContaining("iamsmart.public-url is '" + value + "'")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesAUserNameWithoutShowingWhatMayBeAPassword() {
        assertThatThrownBy(() -> real.check("https://canary:canary@permits.example.gov.hk"))
                .isInstanceOf(IamSmartPropertyException.class)
                .hasMessageContaining("no user name")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:canary@permits.example.gov.hk",
                "https://user:can@ary@permits.example.gov.hk",
                "https://user:can/ary@permits.example.gov.hk",
                "https://user:canary x@permits.example.gov.hk",
                "https://user:canary@*.example.gov.hk",
                "https://user:canary@permits",
                "user:canary@permits.example.gov.hk"
            })
    void showsNoPassword(String value) {
        assertThatThrownBy(() -> real.check(value))
                .isInstanceOf(IamSmartPropertyException.class)
                .hasMessageContaining("***@")
                .hasMessageNotContainingAny("canary", "ary@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://192.0.2.4:8080/app", "https://dev"})
    void takesAnyHostWithTheSimulator(String value) {
        assertThat(simulated.check(value)).hasToString(value);
    }

    @Test
    void isNeededWithARealGatewayOnly() {
        assertThat(simulated.check(" ")).isNull();
        assertThat(simulated.check(null)).isNull();
        assertThatThrownBy(() -> real.check(null)).hasMessageContaining("iamsmart.public-url is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://*.localhost", "http://localhost/#x", "localhost:8080"})
    void refusesNonsenseWithTheSimulatorToo(String value) {
        assertThatThrownBy(() -> simulated.check(value)).isInstanceOf(IamSmartPropertyException.class);
    }
}
