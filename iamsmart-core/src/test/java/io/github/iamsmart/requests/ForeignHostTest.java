package io.github.iamsmart.requests;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An address with a Chinese host name says how to write it, wherever an application gives one. */
class ForeignHostTest {

    private static final URI ADDRESS = URI.create("https://許可.香港:8443/callback");

    static Stream<Arguments> addresses() {
        return Stream.of(
                arguments("sign-in", (ThrowingCallable) () -> AuthorizationRequest.builder()
                        .redirectUri(ADDRESS)
                        .state(State.random())
                        .build()),
                arguments("callback", (ThrowingCallable)
                        () -> RequestOptions.builder().callbackUri(ADDRESS).build()),
                arguments("anonymous request", (ThrowingCallable)
                        () -> RequestOptions.builder().redirectUri(ADDRESS).build()),
                arguments("own app", (ThrowingCallable) () -> new AppReturn.Link(ADDRESS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void isToldInPunycode(String where, ThrowingCallable given) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(given)
                .withMessageEndingWith("write it in punycode, xn--jprp67j.xn--j6w193g.");
    }
}
