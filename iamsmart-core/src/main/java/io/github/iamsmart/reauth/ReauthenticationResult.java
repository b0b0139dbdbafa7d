package io.github.iamsmart.reauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;

/**
 * The result of a re-authentication.
 *
 * @param passed whether the user who answered is the one who signed in ({@code isPassed}, seen as text [1])
 */
public record ReauthenticationResult(boolean passed) {

    /**
     * {@return the result in a business object; an absent or unreadable value counts as not passed}
     *
     * @param json the business object, UTF-8
     * @throws ProtocolException if this is not one JSON object
     */
    public static ReauthenticationResult fromJson(byte[] json) {
        ObjectNode content = Json.object(json, "The result of the re-authentication");
        return new ReauthenticationResult(
                Json.text(content, "isPassed").map(Boolean::parseBoolean).orElse(false));
    }
}
