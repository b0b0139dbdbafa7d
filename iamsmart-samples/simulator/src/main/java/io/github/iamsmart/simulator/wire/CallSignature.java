package io.github.iamsmart.simulator.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a request [S][D][W]: percent-encoded Base64 of an HMAC-SHA256, upper-case hex. */
public final class CallSignature {
    public static final String METHOD = "HmacSHA256";

    private CallSignature() {}

    /** What is signed, without the body. */
    public static String head(String clientId, String method, String timestamp, String nonce) {
        return clientId + method + timestamp + nonce;
    }

    public static String sign(String secret, String head, byte[] body) {
        return percentEncode(base64(secret, head, body));
    }

    static String base64(String secret, String head, byte[] body) {
        return Base64.getEncoder().encodeToString(hmac(secret, head, body));
    }

    static byte[] hmac(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), METHOD));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + METHOD + ".", e);
        }
    }

    static String percentEncode(String base64) {
        return URLEncoder.encode(base64, StandardCharsets.UTF_8);
    }
}
