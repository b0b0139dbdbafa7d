package io.github.iamsmart.internal.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a callback taken apart: its JSON envelope is the body itself, or a part of a {@code multipart/form-data}
 * that is a JSON object.
 *
 * @param envelopes what may be the JSON envelope: the body, or the parts that look like a JSON object
 * @param file the part {@code sigFile} of a bulk signing [D]
 */
record CallbackBody(List<byte[]> envelopes, Optional<byte[]> file) {

    private static final String SIGNATURES = "sigFile";

    /** Some charsets are slow. What is longer has little text in it that is not ASCII. */
    private static final int LONGEST_IN_A_CHARSET = 1024 * 1024;

    static boolean isMultipart(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    static CallbackBody read(byte[] body, @Nullable String contentType) {
        if (contentType == null || !isMultipart(contentType)) {
            return new CallbackBody(List.of(body), Optional.empty());
        }
        String boundary = HeaderValue.of(contentType)
                .parameter("boundary")
                .orElseThrow(() -> new ProtocolException("The callback is multipart without a boundary."));
        List<byte[]> envelopes = new ArrayList<>();
        byte[] file = null;
        for (Multipart.Part part : Multipart.parts(body, boundary)) {
            // A file of signatures with its braces is a JSON object, too.
            boolean isFile = name(part).equalsIgnoreCase(SIGNATURES);
            if (isFile && file == null) {
                file = content(part);
            } else if (!isFile) {
                byte[] content = content(part);
                if (isObject(content)) {
                    envelopes.add(content);
                }
            }
        }
        if (envelopes.isEmpty()) {
            throw new ProtocolException("No part of the multipart callback is a JSON object.");
        }
        return new CallbackBody(envelopes, Optional.ofNullable(file));
    }

    private static String name(Multipart.Part part) {
        return part.header("content-disposition")
                .flatMap(disposition -> HeaderValue.of(disposition).parameter("name"))
                .orElse("");
    }

    private static byte[] content(Multipart.Part part) {
        boolean isBase64 = part.header("content-transfer-encoding")
                .filter("base64"::equalsIgnoreCase)
                .isPresent();
        byte[] content = isBase64 ? withoutBase64(part.content()) : part.content();
        return part.header("content-type")
                .flatMap(type -> HeaderValue.of(type).parameter("charset"))
                .map(charset -> inUtf8(content, charset))
                .orElse(content);
    }

    /** Some writers announce Base64 and send the text as it is. */
    private static byte[] withoutBase64(byte[] content) {
        byte[] text = new byte[content.length];
        int n = 0;
        for (byte b : content) {
            text[n] = b;
            // Blanks and line ends are overwritten.
            n += b > ' ' ? 1 : 0;
        }
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(text, 0, n));
            byte[] bytes = new byte[decoded.remaining()];
            decoded.get(bytes);
            return bytes;
        } catch (IllegalArgumentException e) {
            return content;
        }
    }

    private static byte[] inUtf8(byte[] content, String charset) {
        try {
            Charset known = Charset.forName(charset);
            boolean isRead = known.equals(UTF_8) || known.equals(US_ASCII) || content.length > LONGEST_IN_A_CHARSET;
            return isRead ? content : new String(content, known).getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            return content;
        }
    }

    private static boolean isObject(byte[] bytes) {
        int start = ByteOrderMark.length(bytes);
        while (start < bytes.length && Character.isWhitespace(bytes[start])) {
            start++;
        }
        return start < bytes.length && bytes[start] == '{';
    }
}
