package io.github.iamsmart.simulator.callback;

import io.github.iamsmart.simulator.wire.CallSignature;
import io.github.iamsmart.simulator.wire.RandomText;
import java.util.Map;

/**
 * What signs a callback.
 *
 * @param head what is signed before the body
 */
record CallbackSignature(String head, Map<String, String> headers) {

    static CallbackSignature of(String clientId, String secret, long now, byte[] body) {
        String timestamp = Long.toString(now);
        String nonce = RandomText.hex(32);
        String head = CallSignature.head(clientId, CallSignature.METHOD, timestamp, nonce);
        return new CallbackSignature(
                head,
                Map.of(
                        "clientID",
                        clientId,
                        "signatureMethod",
                        CallSignature.METHOD,
                        "timestamp",
                        timestamp,
                        "nonce",
                        nonce,
                        "signature",
                        CallSignature.sign(secret, head, body)));
    }
}
