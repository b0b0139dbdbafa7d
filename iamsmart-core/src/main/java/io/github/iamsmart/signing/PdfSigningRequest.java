package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;

/**
 * A PDF to be signed, which stays with the service. Immutable.
 *
 * @param digest the SHA-256 of the PDF's ByteRange ({@code docDigest} [D]), not of the file
 * @param details what the app tells the user, and who he has to be
 */
public record PdfSigningRequest(DocumentDigest digest, SigningDetails details) {

    ObjectNode body(StepUpFields stepUpFields) {
        ObjectNode body = Json.object().put("docDigest", digest.base64());
        details.write(body, stepUpFields);
        return body;
    }
}
