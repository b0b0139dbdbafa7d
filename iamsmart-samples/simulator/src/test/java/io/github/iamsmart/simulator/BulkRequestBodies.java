package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.nio.charset.StandardCharsets;

/** What services send to have many documents signed, and what comes back, written from protocol.md. */
final class BulkRequestBodies {
    static final String INITIATE = "/account/bdss/initiateRequest";
    static final String STATUS = "/account/bdss/enquireStatus";
    static final String CANCEL = "/account/bdss/cancelRequest";
    static final String ACK = "/account/bdss/ackResult";
    static final String SCOPES = "eidapi_auth eidapi_bulksign eidapi_sua";

    private BulkRequestBodies() {}

    /** So many hashes. */
    static ObjectNode hashes(SignedInService service, int documents) {
        ObjectNode body = described(service.common(), service);
        for (int i = 0; i < documents; i++) {
            hash(body, i);
        }
        return body;
    }

    static ObjectNode described(ObjectNode body, SignedInService service) {
        body.put("department", "Permit Office")
                .put("serviceName", "Beach permits")
                .put("requestName", "Permits of June")
                .put("callbackResultURI", service.receiver.url().toString());
        body.putArray("documents");
        return body;
    }

    static ObjectNode hash(ObjectNode body, int document) {
        return document(body, document).put("hashCode", SigningRequestBodies.base64(digest(document)));
    }

    static ObjectNode pdf(ObjectNode body, int document) {
        return document(body, document).put("docDigest", SigningRequestBodies.base64(digest(document)));
    }

    private static ObjectNode document(ObjectNode body, int document) {
        return body.withArray("documents")
                .addObject()
                .put("id", "P-" + document)
                .put("documentName", "Permit " + document);
    }

    static byte[] digest(int document) {
        return SigningRequestBodies.sha256(text(document));
    }

    static byte[] text(int document) {
        return ("permit " + document).getBytes(StandardCharsets.UTF_8);
    }

    /** What asks after a request. */
    static ObjectNode enquiry(SignedInService service, JsonNode body, String token) {
        return TestService.JSON
                .createObjectNode()
                .put("BSQCToken", token)
                .put("businessID", body.path("businessID").asText())
                .put("openID", service.openId);
    }

    static String status(SignedInService service, ObjectNode enquiry) {
        return service.accepted(STATUS, enquiry).path("status").asText();
    }

    /** The file of a callback, as it came. */
    static String file(Received callback) {
        String part = callback.parts().get(0);
        if (!part.startsWith("Content-Disposition: form-data; name=\"sigFile\"; filename=\"signatures.txt\"")) {
            throw new AssertionError(part);
        }
        return part.substring(part.indexOf("\r\n\r\n") + 4);
    }

    /** The signatures of a callback whose file comes in clear and without braces. */
    static JsonNode signatures(Received callback) {
        return TestService.parse(("{" + file(callback) + "}").getBytes(StandardCharsets.UTF_8))
                .path("signatures");
    }
}
