package io.github.iamsmart.ccic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.internal.json.Json;

/**
 * The result of the verification of a consular corps identity card. Its format is not public, so it is passed on as it
 * came.
 *
 * @param json the JSON text of the business object; personal data
 */
public record CcicVerificationResult(String json) {

    /**
     * {@return the result in a business object}
     *
     * @param json the business object, UTF-8
     * @throws io.github.iamsmart.error.ProtocolException if this is not one JSON object
     */
    public static CcicVerificationResult fromJson(byte[] json) {
        Json.object(json, "The result of the CCIC verification");
        return new CcicVerificationResult(new String(json, UTF_8));
    }

    /** Shows no part of the result. */
    @Override
    public String toString() {
        return "CcicVerificationResult[" + json.length() + " characters]";
    }
}
