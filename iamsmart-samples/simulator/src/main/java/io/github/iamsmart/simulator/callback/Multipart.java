package io.github.iamsmart.simulator.callback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The JSON of a callback as the one part of a multipart/form-data body. What the part is called is not public [?]. */
final class Multipart {
    private static final String BOUNDARY = "iamsmart-simulator-7f3c1d9a5b";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Multipart() {}

    static byte[] body(byte[] json) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(json.length + 256);
        body.writeBytes(ascii("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"callback\"\r\nContent-Type: application/json\r\n\r\n"));
        body.writeBytes(json);
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
