package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;

/**
 * A hash to be signed. Immutable.
 *
 * @param digest the hash of the document ({@code hashCode})
 * @param algorithm how it is signed ({@code sigAlgo})
 * @param details what the app tells the user, and who he has to be
 */
public record HashSigningRequest(DocumentDigest digest, SignatureAlgorithm algorithm, SigningDetails details) {

    /**
     * Asks for the gateway's default, SHA256withRSA.
     *
     * @param digest the hash of the document
     * @param details what the app tells the user, and who he has to be
     */
    public HashSigningRequest(DocumentDigest digest, SigningDetails details) {
        this(digest, SignatureAlgorithm.SHA256_WITH_RSA, details);
    }

    ObjectNode body(StepUpFields stepUpFields) {
        ObjectNode body = Json.object().put("hashCode", digest.base64()).put("sigAlgo", algorithm.value());
        details.write(body, stepUpFields);
        return body;
    }
}
