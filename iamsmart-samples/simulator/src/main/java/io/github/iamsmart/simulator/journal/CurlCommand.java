package io.github.iamsmart.simulator.journal;

import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.RecordedCall.Direction;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A line of the journal as a command for a shell, to send it again. */
public final class CurlCommand {
    /** Those that curl makes itself. */
    private static final Set<String> OWN = Set.of(
            "host",
            "content-length",
            "connection",
            "accept-encoding",
            "transfer-encoding",
            "expect",
            "upgrade",
            "http2-settings",
            "user-agent",
            "cookie");

    private CurlCommand() {}

    /**
     * The command; empty where the body is not known, or not whole. Nonce and timestamp are those of the first time, so
     * that the gateway refuses them until it is reset.
     *
     * @param baseUrl of this simulator
     */
    public static Optional<String> of(RecordedCall line, String baseUrl) {
        boolean forgotten = line.request().headers().isEmpty();
        if (forgotten || KeptText.isCut(line.request().body())) {
            return Optional.empty();
        }
        String url = line.direction() == Direction.CALLBACK ? line.target() : baseUrl + line.target();
        StringBuilder command = new StringBuilder("curl");
        if (!line.summary().method().equals("GET")) {
            command.append(" -X ").append(quoted(line.summary().method()));
        }
        command.append(' ').append(quoted(url));
        new TreeMap<>(line.request().headers()).forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> command.append(" \\\n  -H ").append(quoted(name + ": " + value)));
            }
        });
        if (!line.request().body().isEmpty()) {
            command.append(" \\\n  --data-raw ").append(quoted(line.request().body()));
        }
        return Optional.of(command.toString());
    }

    /** Safe in a POSIX shell whatever it holds. */
    private static String quoted(String text) {
        return text.matches("[\\w./:=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
