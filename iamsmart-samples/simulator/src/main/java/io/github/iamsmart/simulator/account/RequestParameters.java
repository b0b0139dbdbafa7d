package io.github.iamsmart.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.request.Sources;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every request has that the user answers in the app, whether signed in or not (protocol.md 7).
 *
 * @param source empty only where {@link #readForTheBrowser} allows it
 * @param redirectUri the callback, or where the browser of an anonymous request comes back to; empty likewise
 */
public record RequestParameters(
        String businessId, Optional<String> source, Optional<URI> redirectUri, Optional<String> state, String lang) {
    private static final Pattern BUSINESS_ID = Pattern.compile("[!-~]{1,36}");
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    /** Those of a request that must say where it comes from and where its answer goes. */
    public static RequestParameters read(GatewayCall call) {
        call.text("source");
        call.text("redirectURI");
        return readForTheBrowser(call);
    }

    /** Those of a request whose browser can say it instead, at getQR [1]. */
    public static RequestParameters readForTheBrowser(GatewayCall call) {
        String businessId = call.text("businessID");
        check("businessID", businessId, BUSINESS_ID, "1 to 36 visible ASCII characters");
        Optional<String> source = call.optionalText("source");
        source.ifPresent(Sources::checkAny);
        Optional<String> redirect = call.optionalText("redirectURI");
        Optional<String> state = call.optionalText("state");
        state.ifPresent(text -> check("state", text, STATE, "1 to 36 characters of A-Z, a-z, 0-9, _ and -"));
        return new RequestParameters(
                businessId,
                source,
                redirect.map(text -> RegisteredUris.find(call, "redirectURI", text)),
                state,
                lang(call).tag());
    }

    /** An empty one says no more than none [1]. */
    private static Language lang(GatewayCall call) {
        JsonNode sent = call.content().get("lang");
        if (sent != null && sent.isTextual() && sent.textValue().isEmpty()) {
            return Language.DEFAULT;
        }
        return call.optionalText("lang")
                .map(tag -> Language.of(tag)
                        .orElseThrow(() -> Refusal.about(
                                "lang",
                                Code.PARAMETER_INVALID,
                                "lang is '" + tag + "'; it must be en-US, zh-HK or zh-CN.")))
                .orElse(Language.DEFAULT);
    }

    private static void check(String name, String value, Pattern allowed, String what) {
        if (!allowed.matcher(value).matches()) {
            throw Refusal.about(
                    name,
                    Code.PARAMETER_INVALID,
                    name + " must be " + what + "; this one has " + value.length() + " characters.");
        }
    }
}
