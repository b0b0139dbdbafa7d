package io.github.iamsmart.ccic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.internal.json.Json;

/**
 * The result of the verification of a consular corps identity card. Its format is not public, so it is handed on as it
 * came.
 *
 * @param json the JSON text of the business object; personal data
 */
public record CcicVerificationResult(String json) {

    static CcicVerificationResult read(byte[] json) {
        Json.object(json, "The result of the CCIC verification");
        return new CcicVerificationResult(new String(json, UTF_8));
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "CcicVerificationResult[" + json.length() + " characters]";
    }
}
