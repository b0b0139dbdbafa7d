package io.github.iamsmart.simulator.gateway;

import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.wire.CallSignature;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import io.github.iamsmart.simulator.wire.SignatureDiagnosis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * The signature over exactly what arrived.
 *
 * <p>Percent-encoding with lower-case hex is refused [?]: protocol.md says upper-case, and what passes here should pass
 * there.
 */
final class SignatureCheck {
    private static final int SHOWN = 4_000;

    private SignatureCheck() {}

    static void check(Client client, SignedHeaders headers, byte[] body, Instant now) {
        String secret = client.registration().clientSecret();
        String expected = CallSignature.sign(secret, headers.head(), body);
        boolean equal = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), headers.signature().getBytes(StandardCharsets.UTF_8));
        if (!equal) {
            throw Refusal.about("signature", Code.SIGNATURE, explain(client, headers, body, now, secret));
        }
    }

    private static String explain(Client client, SignedHeaders headers, byte[] body, Instant now, String secret) {
        SignatureDiagnosis diagnosis = new SignatureDiagnosis(secret, headers.head(), body);
        try {
            String content = SealedBody.content(body);
            diagnosis.contentValue(content);
            SealedBody.plaintext(client.keys(), content, now).ifPresent(diagnosis::plaintext);
        } catch (Refusal notSealed) {
            // Then neither mistake is possible, and the body is judged after the signature.
        }
        String known = diagnosis
                .explain(headers.signature())
                .orElse("No known mistake fits; compare the string above with yours, then the secret.");
        return "The gateway signed this string (clientID, signatureMethod, timestamp, nonce, body): \""
                + shortened(headers.head() + new String(body, StandardCharsets.UTF_8)) + "\". " + known;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters in all)";
    }
}
