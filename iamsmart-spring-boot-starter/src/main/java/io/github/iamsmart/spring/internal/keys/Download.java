package io.github.iamsmart.spring.internal.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.time.Duration;

/** Reads a file from a web server, which may be slow or endless: neither may keep an application from starting. */
final class Download {

    /** More than a store of all public certificate authorities has. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration longest;

    Download() {
        this(LONGEST);
    }

    Download(Duration longest) {
        this.longest = longest;
    }

    byte[] read(URL url) throws IOException {
        long begin = System.nanoTime();
        URLConnection connection = url.openConnection();
        connection.setConnectTimeout((int) longest.toMillis());
        connection.setReadTimeout((int) longest.toMillis());
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                content.write(buffer, 0, count);
                if (content.size() > MOST_BYTES) {
                    throw new IOException("It is longer than " + MOST_BYTES + " bytes.");
                }
                if (System.nanoTime() - begin > longest.toNanos()) {
                    throw new IOException("It takes longer than " + longest.toSeconds() + " seconds.");
                }
            }
            return content.toByteArray();
        } finally {
            if (connection instanceof HttpURLConnection http) {
                http.disconnect();
            }
        }
    }
}
