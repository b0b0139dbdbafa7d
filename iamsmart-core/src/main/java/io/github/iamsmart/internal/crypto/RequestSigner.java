package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests: percent-encode(Base64(HMAC-SHA256(secret, clientID + method + timestamp + nonce + body))) [S] [D]
 * [W].
 *
 * <p>Thread-safe. The {@link Mac} that holds the key, and has already processed the constant part, is only ever cloned.
 */
public final class RequestSigner {

    /** The value of the {@code signatureMethod} header. */
    public static final String METHOD = "HmacSHA256";

    /** How long a signature can be, with every character percent-encoded. */
    public static final int LONGEST_SIGNATURE = 3 * 44;

    private final Mac prototype;

    /**
     * Creates a signer.
     *
     * @param clientId the client id, as it goes into the header
     * @param clientSecret the secret; the bytes of its text are the key
     */
    public RequestSigner(String clientId, String clientSecret) {
        if (clientSecret.isEmpty()) {
            throw new ConfigurationException("clientSecret is empty: set the secret of the Self-Service Portal.");
        }
        try {
            Mac keyed = JdkCrypto.mac(METHOD);
            keyed.init(new SecretKeySpec(clientSecret.getBytes(UTF_8), METHOD));
            keyed.update((clientId + METHOD).getBytes(UTF_8));
            // Fails early, here, with a provider whose Mac cannot be cloned.
            prototype = (Mac) keyed.clone();
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new ConfigurationException("This JVM offers no usable HmacSHA256: " + e.getMessage(), e);
        }
    }

    /**
     * Signs one request.
     *
     * @param timestamp the {@code timestamp} header, decimal epoch milliseconds
     * @param nonce the {@code nonce} header
     * @param body the exact bytes that will be sent, empty if nothing is sent
     * @return the {@code signature} header: percent-encoded Base64 with upper-case hex
     */
    public String sign(String timestamp, String nonce, byte[] body) {
        return percentEncode(Base64.getEncoder().encode(hmac(timestamp, nonce, body)));
    }

    /**
     * Makes the signature of a request before it is encoded.
     *
     * @param timestamp the {@code timestamp} header
     * @param nonce the {@code nonce} header
     * @param body the exact bytes of the body
     * @return the 32 bytes
     */
    public byte[] hmac(String timestamp, String nonce, byte[] body) {
        Mac mac;
        try {
            mac = (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("cloned once already in the constructor", e);
        }
        mac.update(timestamp.getBytes(UTF_8));
        mac.update(nonce.getBytes(UTF_8));
        return mac.doFinal(body);
    }

    /** Base64 has only three characters that percent-encoding must escape. */
    private static String percentEncode(byte[] base64) {
        byte[] out = new byte[base64.length * 3];
        int n = 0;
        for (byte b : base64) {
            switch (b) {
                case '+' -> n = escape(out, n, 'B', '2');
                case '/' -> n = escape(out, n, 'F', '2');
                case '=' -> n = escape(out, n, 'D', '3');
                default -> out[n++] = b;
            }
        }
        return new String(out, 0, n, ISO_8859_1);
    }

    private static int escape(byte[] out, int at, char low, char high) {
        out[at] = '%';
        out[at + 1] = (byte) high;
        out[at + 2] = (byte) low;
        return at + 3;
    }
}
