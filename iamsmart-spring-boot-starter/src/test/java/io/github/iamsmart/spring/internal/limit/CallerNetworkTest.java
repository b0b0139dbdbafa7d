package io.github.iamsmart.spring.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerNetworkTest {

    @Test
    void theAddressesOfOneIpv6NetworkAreOneCaller() {
        String network = CallerNetwork.of("2001:db8:1:2::1");

        assertThat(CallerNetwork.of("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(network);
        assertThat(CallerNetwork.of("[2001:0DB8:0001:0002:0:0:0:3]")).isEqualTo(network);
        assertThat(CallerNetwork.of("2001:db8:1:3::1")).isNotEqualTo(network);
    }

    /** Azure's gateways write it into X-Forwarded-For, and Tomcat's valve takes it over. */
    @Test
    void aPortIsNoOtherCaller() {
        assertThat(CallerNetwork.of("203.0.113.7:50123")).isEqualTo(CallerNetwork.of("203.0.113.7"));
        assertThat(CallerNetwork.of("[2001:db8:1:2::1]:50123")).isEqualTo(CallerNetwork.of("2001:db8:1:2::2"));
        assertThat(CallerNetwork.of("[::ffff:203.0.113.7]:1")).isEqualTo("203.0.113.7");
        assertThat(CallerNetwork.of("2001:db8:1:2::1:5012")).isEqualTo(CallerNetwork.of("2001:db8:1:2::1"));
    }

    @Test
    void anIpv4AddressInTheClothesOfIpv6IsItself() {
        assertThat(CallerNetwork.of("::ffff:203.0.113.7")).isEqualTo(CallerNetwork.of("203.0.113.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "unknown", "null", "fe80:::1", "2001:db8::1%nothing"})
    void whatIsNoIpv6AddressStandsForItself(String address) {
        assertThat(CallerNetwork.of(address)).isEqualTo(address);
    }
}
