package io.github.iamsmart.internal.json;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of a result. Unreadable text yields no bytes: the verification then reports them as missing, and
 * the gateway can be notified, which an exception would prevent.
 */
public final class LenientBase64 {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");
    private static final byte[] NOTHING = {};

    private LenientBase64() {}

    /**
     * Decodes standard Base64, possibly with line breaks as in MIME.
     *
     * @param text the text
     * @return the bytes; none if it is not Base64
     */
    public static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            return decodeWithoutWhiteSpace(text);
        }
    }

    private static byte[] decodeWithoutWhiteSpace(String text) {
        try {
            return Base64.getDecoder().decode(WHITE_SPACE.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException notBase64) {
            return NOTHING;
        }
    }
}
