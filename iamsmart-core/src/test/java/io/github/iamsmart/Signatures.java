package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks signatures as the other side of the wire does, without the code under test. */
public final class Signatures {

    private Signatures() {}

    /** Whether a request to the stub gateway is signed over what it says and over the exact bytes of its body. */
    public static boolean isGood(Request request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(StubGateway.CLIENT_SECRET.getBytes(UTF_8), "HmacSHA256"));
            for (String header : new String[] {"clientID", "signatureMethod", "timestamp", "nonce"}) {
                mac.update(request.getHeader(header).getBytes(UTF_8));
            }
            byte[] body = request.getBody();
            String expected = URLEncoder.encode(
                    Base64.getEncoder().encodeToString(mac.doFinal(body == null ? new byte[0] : body)), UTF_8);
            return MessageDigest.isEqual(
                    expected.getBytes(UTF_8), request.getHeader("signature").getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
