package io.github.iamsmart.simulator.account;

import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.request.Sources;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every request has that the user answers in the app, whether signed in or not (protocol.md 7).
 *
 * @param redirectUri the callback, or where the browser of an anonymous request comes back to
 */
public record RequestParameters(String businessId, String source, URI redirectUri, String state, String lang) {
    private static final Pattern BUSINESS_ID = Pattern.compile("[!-~]{1,36}");
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    public static RequestParameters read(GatewayCall call) {
        String businessId = call.text("businessID");
        check("businessID", businessId, BUSINESS_ID, "1 to 36 visible ASCII characters");
        String source = call.text("source");
        Sources.checkAny(source);
        String redirect = call.text("redirectURI");
        String state = call.text("state");
        check("state", state, STATE, "1 to 36 characters of A-Z, a-z, 0-9, _ and -");
        String lang = call.optionalText("lang").orElse(Language.EN_US.tag());
        if (Language.of(lang).isEmpty()) {
            throw Refusal.about(
                    "lang", Code.PARAMETER_INVALID, "lang is '" + lang + "'; it must be en-US, zh-HK or zh-CN.");
        }
        return new RequestParameters(businessId, source, registered(call, "redirectURI", redirect), state, lang);
    }

    private static void check(String name, String value, Pattern allowed, String what) {
        if (!allowed.matcher(value).matches()) {
            throw Refusal.about(
                    name,
                    Code.PARAMETER_INVALID,
                    name + " must be " + what + "; this one has " + value.length() + " characters.");
        }
    }

    /** Refuses (D20008) an address that is not registered. */
    public static URI registered(GatewayCall call, String name, String text) {
        Set<URI> registered = call.client().registration().redirectUris();
        return registered.stream()
                .filter(uri -> uri.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.about(
                        name,
                        Code.REDIRECT_URI,
                        "The " + name + " '" + text + "' is not registered, character by character. "
                                + (isEncoded(text, registered) ? "Send it as it is, not percent-encoded. " : "")
                                + "Registered are: "
                                + registered.stream()
                                        .map(URI::toString)
                                        .sorted()
                                        .toList()));
    }

    private static boolean isEncoded(String text, Set<URI> registered) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return registered.stream().anyMatch(uri -> uri.toString().equals(decoded));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
