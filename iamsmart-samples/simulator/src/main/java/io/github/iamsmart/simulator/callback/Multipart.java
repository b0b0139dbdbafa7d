package io.github.iamsmart.simulator.callback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bodies that are multipart/form-data. */
final class Multipart {
    private static final String BOUNDARY = "iamsmart-simulator-7f3c1d9a5b";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Multipart() {}

    /** The JSON of a callback as the one part. What the part is called is not public [?]. */
    static byte[] body(byte[] json) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(json.length + 256);
        part(body, "name=\"callback\"", "application/json", json);
        return ended(body);
    }

    /** The result of a bulk signing, whose metadata are spelt like this [D]. */
    static byte[] signatures(byte[] metadata, Optional<String> file) {
        byte[] signatures = file.orElse("").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream(metadata.length + signatures.length + 512);
        if (file.isPresent()) {
            part(body, "name=\"sigFile\"; filename=\"signatures.txt\"", "text/plain", signatures);
        }
        part(body, "name=\"sigMetada\"", "application/json", metadata);
        return ended(body);
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: " + type + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(ascii("\r\n"));
    }

    private static byte[] ended(ByteArrayOutputStream body) {
        body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
