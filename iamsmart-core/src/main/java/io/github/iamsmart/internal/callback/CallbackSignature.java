package io.github.iamsmart.internal.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.internal.crypto.RequestSigner;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Verifies the signature of a callback that brings one, made as that of a request over the exact body [?]. One sample
 * of the sister system shows it.
 *
 * <p>Neither the age of the timestamp nor the nonce is checked: what is allowed is not documented, and each answer is
 * accepted only once anyway. Thread-safe.
 */
public final class CallbackSignature {

    private final String clientId;
    private final RequestSigner signer;

    /**
     * Creates it.
     *
     * @param clientId whose callbacks are verified
     * @param signer knows the client secret
     */
    public CallbackSignature(String clientId, RequestSigner signer) {
        this.clientId = clientId;
        this.signer = signer;
    }

    /** {@return whether the signature is right; the headers must be {@linkplain CallbackHeaders#isSigned signed}} */
    boolean isRight(CallbackHeaders headers, byte[] body) {
        return value(headers, "clientID").equals(clientId)
                && value(headers, "signatureMethod").equals(RequestSigner.METHOD)
                && decoded(value(headers, "signature"))
                        .filter(signature -> MessageDigest.isEqual(
                                signature, signer.hmac(value(headers, "timestamp"), value(headers, "nonce"), body)))
                        .isPresent();
    }

    private static String value(CallbackHeaders headers, String name) {
        return headers.value(name).orElse("");
    }

    /** {@return the bytes of a signature in Base64, percent-encoded or not; empty if it is something else} */
    private static Optional<byte[]> decoded(String signature) {
        if (signature.length() > RequestSigner.LONGEST_SIGNATURE) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Base64.getDecoder().decode(withoutPercent(signature).getBytes(ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Not {@code URLDecoder}, which takes the plus of raw Base64 for a blank. */
    private static String withoutPercent(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 2 < text.length()) {
                decoded.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }
}
