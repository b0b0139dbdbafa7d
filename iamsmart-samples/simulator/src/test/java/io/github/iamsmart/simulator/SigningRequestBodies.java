package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;

/** What services send to have something signed, written from protocol.md. */
final class SigningRequestBodies {
    static final String HASH = "/account/signing/initiateRequest";
    static final String PDF = "/account/pdfsigning/initiateRequest";
    static final String ACK = "/account/signing/ackResult";
    static final String SCOPES = "eidapi_auth eidapi_sign eidapi_sua";
    static final byte[] DOCUMENT = "I want a permit.".getBytes(StandardCharsets.UTF_8);

    /** Of the persona "plus". */
    static final String HKIC_HASH = base64(sha256("B000002".getBytes(StandardCharsets.UTF_8)));

    private SigningRequestBodies() {}

    static ObjectNode hash(SignedInService service) {
        return described(service.common()).put("hashCode", base64(sha256(DOCUMENT)));
    }

    /** For SM2 the hash is an SM3. */
    static ObjectNode sm2Hash(SignedInService service, String algorithm) {
        return described(service.common())
                .put("hashCode", base64(sm3(DOCUMENT)))
                .put("sigAlgo", algorithm);
    }

    static ObjectNode pdf(SignedInService service) {
        return described(service.common()).put("docDigest", base64(sha256(DOCUMENT)));
    }

    static ObjectNode acknowledgement(String businessId, String result) {
        return TestService.JSON.createObjectNode().put("businessID", businessId).put("signingResult", result);
    }

    private static ObjectNode described(ObjectNode body) {
        return body.put("department", "Permit Office")
                .put("serviceName", "Beach permits")
                .put("documentName", "Application P-1");
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
