package io.github.iamsmart.spring.internal.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats in which keys and certificates come. */
enum StoreType {
    PKCS12,
    JKS,
    PEM;

    private static final byte[] JKS_MAGIC = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};

    /**
     * {@return the format that is asked for, or else the one that the content shows}
     *
     * @param property the name of the property, for the message
     * @param type its value
     * @param content what was read
     */
    static StoreType of(String property, @Nullable String type, byte[] content) {
        if (type == null || type.isBlank()) {
            return sniffed(content);
        }
        try {
            return valueOf(type.strip().toUpperCase(Locale.ROOT).replace("#", ""));
        } catch (IllegalArgumentException e) {
            throw new IamSmartPropertyException(
                    property + " is not the name of a format.",
                    "Write PKCS12, JKS or PEM, or remove it: the format shows in the content.",
                    null);
        }
    }

    private static StoreType sniffed(byte[] content) {
        if (content.length >= 4 && Arrays.equals(content, 0, 4, JKS_MAGIC, 0, 4)) {
            return JKS;
        }
        // Without the zeros of UTF-16.
        return new String(content, ISO_8859_1).replace("\0", "").contains("-----BEGIN ") ? PEM : PKCS12;
    }
}
