package io.github.iamsmart.simulator.account;

import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The addresses that a service has registered, as its requests name them. */
public final class RegisteredUris {
    /** What is percent-encoded as a whole: nothing else of a URL is left. */
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._~*-]|%[0-9A-Fa-f]{2})+");

    private RegisteredUris() {}

    /**
     * Finds the address that a member names: as it is registered, or percent-encoded, as one client sends it [1].
     *
     * @throws Refusal D20008, when no such address is registered
     */
    public static URI find(GatewayCall call, String name, String text) {
        Set<URI> registered = call.client().registration().redirectUris();
        return equal(registered, text)
                .or(() -> decoded(text).flatMap(plain -> equal(registered, plain)))
                .orElseThrow(() -> Refusal.about(
                        name,
                        Code.REDIRECT_URI,
                        "The " + name + " '" + text + "' is not registered, character by character. Registered are: "
                                + registered.stream()
                                        .map(URI::toString)
                                        .sorted()
                                        .toList()));
    }

    private static Optional<URI> equal(Set<URI> registered, String text) {
        return registered.stream().filter(uri -> uri.toString().equals(text)).findFirst();
    }

    private static Optional<String> decoded(String text) {
        return ENCODED.matcher(text).matches()
                ? Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
