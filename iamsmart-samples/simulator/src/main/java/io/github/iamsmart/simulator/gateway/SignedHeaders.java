package io.github.iamsmart.simulator.gateway;

import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.wire.CallSignature;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** The five headers of a call [D][W], each checked for its form. */
record SignedHeaders(String clientId, String method, String timestamp, String nonce, String signature) {
    private static final Pattern TIMESTAMP = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern NONCE = Pattern.compile("[!-~]{1,36}");

    static SignedHeaders of(HttpCall call) {
        SignedHeaders headers = new SignedHeaders(
                value(call, "clientID"),
                value(call, "signatureMethod"),
                value(call, "timestamp"),
                value(call, "nonce"),
                value(call, "signature"));
        headers.check();
        return headers;
    }

    long epochMillis() {
        return Long.parseLong(timestamp);
    }

    /** The part of the signed string that comes from the headers. */
    String head() {
        return CallSignature.head(clientId, method, timestamp, nonce);
    }

    private void check() {
        if (!method.equals(CallSignature.METHOD)) {
            throw Refusal.about(
                    "signatureMethod",
                    Code.SIGNATURE_METHOD,
                    "The header signatureMethod is '" + method + "'; only " + CallSignature.METHOD + " is supported.");
        }
        if (!TIMESTAMP.matcher(timestamp).matches()) {
            throw Refusal.about(
                    "timestamp",
                    Code.PARAMETER_INVALID,
                    "The header timestamp is '" + timestamp
                            + "'; it must be epoch milliseconds, decimal and positive.");
        }
        if (!NONCE.matcher(nonce).matches()) {
            throw Refusal.about(
                    "nonce",
                    Code.PARAMETER_INVALID,
                    "The header nonce must be 1 to 36 ASCII characters; this one has " + nonce.length() + ".");
        }
    }

    private static String value(HttpCall call, String name) {
        List<String> values = call.headerValues(name);
        if (values.isEmpty()) {
            throw Refusal.about(name, Code.PARAMETER_MISSING, "The header " + name + " is missing.");
        }
        if (values.size() > 1) {
            throw Refusal.about(name, Code.PARAMETER_INVALID, "The header " + name + " was sent more than once.");
        }
        if (values.get(0).isEmpty()) {
            throw Refusal.about(name, Code.PARAMETER_EMPTY, "The header " + name + " is empty.");
        }
        return values.get(0);
    }
}
