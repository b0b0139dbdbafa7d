package io.github.iamsmart.reauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;

/**
 * The result of a re-authentication.
 *
 * @param passed whether the user proved to be the one who signed in ({@code isPassed}, seen as text [1])
 */
public record ReauthenticationResult(boolean passed) {

    static ReauthenticationResult read(byte[] json) {
        ObjectNode content = Json.object(json, "The result of the re-authentication");
        // What is absent or unreadable is not passed.
        return new ReauthenticationResult(
                Json.text(content, "isPassed").map(Boolean::parseBoolean).orElse(false));
    }
}
