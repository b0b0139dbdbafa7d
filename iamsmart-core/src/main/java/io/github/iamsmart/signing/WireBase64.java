package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Reads bytes of a result. What cannot be read is empty: the verification says then that it is missing, and the gateway
 * can be told so, which an exception would prevent.
 */
final class WireBase64 {

    /** MIME writers break lines. */
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private WireBase64() {}

    static byte[] read(ObjectNode content, String name) {
        String text = WHITE_SPACE.matcher(Json.text(content, name).orElse("")).replaceAll("");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
