package io.github.iamsmart.callback;

import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON envelope in the body of a callback: the body itself, or the part of a {@code multipart/form-data} that
 * is a JSON object.
 */
final class CallbackBody {

    private CallbackBody() {}

    static byte[] envelope(byte[] body, @Nullable String contentType) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return body;
        }
        MediaType type = MediaType.parse(contentType);
        String boundary = type == null ? null : type.parameter("boundary");
        if (boundary == null) {
            throw new ProtocolException("The callback is multipart without a boundary.");
        }
        try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
            MultipartReader.Part part = reader.nextPart();
            while (part != null) {
                byte[] bytes = part.body().readByteArray();
                if (isObject(bytes)) {
                    return bytes;
                }
                part = reader.nextPart();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ProtocolException("The callback is not well-formed multipart.");
        }
        throw new ProtocolException("No part of the multipart callback is a JSON object.");
    }

    private static boolean isObject(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }
}
