package io.github.iamsmart.spring.internal.directlogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectLoginHostsTest {

    private final DirectLoginHosts hosts =
            new DirectLoginHosts(URI.create("https://gateway.example.gov.hk"), Set.of("Login.example.gov.hk"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example.gov.hk",
                "https://gateway.example.gov.hk/api/v1/back?a=b",
                "https://gateway.example.gov.hk:443/back",
                "https://GATEWAY.example.gov.hk/back",
                "https://login.example.gov.hk/back",
            })
    void findsAddressesOfIamSmart(String address) {
        assertThat(hosts.find(address)).hasValue(URI.create(address));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example/back",
                "https://evilgateway.example.gov.hk/back",
                "https://gateway.example.gov.hk./back",
                "https://gateway.example.gov.hk:443@evil.example/",
                "https://gateway.example.gov.hk:443:8443/back",
                "https://gateway.example.gov.hk%2eevil.example/",
                "https://gateway.example.gov.hk%40evil.example/",
                "https://gateway.example.gov.hk%00.evil.example/",
                "https%3A%2F%2Fgateway.example.gov.hk%2Fback",
                "https://g\u0430teway.example.gov.hk/back",
                "https://xn--gteway-3nf.example.gov.hk/back",
                "https://gateway.example.gov.hk\u3002evil.example/",
                "https://gateway\uff0eexample.gov.hk/back",
                "https://gateway.example.gov.hk\t.evil.example/",
                " https://gateway.example.gov.hk/back",
                "https://gateway.example.gov.hk;@evil.example/",
                "https://[::1]/back",
                "https://gateway.example.gov.hk.evil.example/back",
                "https://evil.example/?https://gateway.example.gov.hk",
                "https://gateway.example.gov.hk@evil.example/",
                "https://evil.example#@gateway.example.gov.hk/",
                "https://gateway.example.gov.hk\\@evil.example/",
                "https://gateway.example.gov.hk/back#fragment",
                "https://user@gateway.example.gov.hk/back",
                "http://gateway.example.gov.hk/back",
                "https://gateway.example.gov.hk:8443/back",
                "http://login.example.gov.hk/back",
                "https://login.example.gov.hk:8443/back",
                "https://sub.login.example.gov.hk/back",
                "//gateway.example.gov.hk/back",
                "/back",
                "javascript:alert(1)",
                "javascript://gateway.example.gov.hk/%0aalert(1)",
                "data:text/html,x",
                "https:gateway.example.gov.hk",
                "https:///gateway.example.gov.hk",
                "https://gateway.example.gov.hk/a b",
                "https://gateway.example.gov.hk/\r\nSet-Cookie: a=b",
            })
    void findsNothingElse(String address) {
        assertThat(hosts.find(address)).isEmpty();
    }

    @Test
    void aSimulatorIsReachedAtItsOwnPortOnly() {
        DirectLoginHosts simulator = new DirectLoginHosts(URI.create("http://127.0.0.1:8090"), Set.of());

        assertThat(simulator.find("http://127.0.0.1:8090/phone")).isPresent();
        assertThat(simulator.find("http://127.0.0.1:8091/phone")).isEmpty();
        assertThat(simulator.find("https://127.0.0.1:8090/phone")).isEmpty();
    }
}
