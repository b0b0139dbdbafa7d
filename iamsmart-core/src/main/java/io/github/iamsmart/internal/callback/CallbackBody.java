package io.github.iamsmart.internal.callback;

import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a callback taken apart: its JSON envelope is the body itself, or the part of a
 * {@code multipart/form-data} that is a JSON object.
 *
 * @param envelope the JSON envelope
 * @param file the part {@code sigFile} of a bulk signing [D]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CallbackBody(byte[] envelope, Optional<byte[]> file) {

    private static final Pattern NAME = Pattern.compile("(?i)(?:^|;)\\s*name\\s*=\\s*\"?([^\";]*)\"?");

    static CallbackBody read(byte[] body, @Nullable String contentType) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return new CallbackBody(body, Optional.empty());
        }
        MediaType type = MediaType.parse(contentType);
        String boundary = type == null ? null : type.parameter("boundary");
        if (boundary == null) {
            throw new ProtocolException("The callback is multipart without a boundary.");
        }
        try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
            return parts(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProtocolException("The callback is not well-formed multipart.");
        }
    }

    private static CallbackBody parts(MultipartReader reader) throws IOException {
        byte[] envelope = null;
        byte[] file = null;
        for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
            // A file of signatures with its braces is a JSON object, too.
            boolean isFile = name(part).equalsIgnoreCase("sigFile");
            byte[] bytes = part.body().readByteArray();
            if (isFile && file == null) {
                file = bytes;
            } else if (!isFile && envelope == null && isObject(bytes)) {
                envelope = bytes;
            }
        }
        if (envelope == null) {
            throw new ProtocolException("No part of the multipart callback is a JSON object.");
        }
        return new CallbackBody(envelope, Optional.ofNullable(file));
    }

    private static String name(MultipartReader.Part part) {
        String disposition = part.headers().get("Content-Disposition");
        Matcher name = NAME.matcher(disposition == null ? "" : disposition);
        return name.find() ? name.group(1) : "";
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
