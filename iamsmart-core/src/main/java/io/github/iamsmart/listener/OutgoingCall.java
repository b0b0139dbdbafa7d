package io.github.iamsmart.listener;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A call to the gateway that is about to be made. For the thread that makes it. */
public final class OutgoingCall {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]{0,1022}[!-~])?");
    private static final int MOST_HEADERS = 8;

    /** What the client sends itself, and what could change how the message is read. */
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "clientid",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "nonce",
            "signature",
            "signaturemethod",
            "te",
            "timestamp",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private final String path;
    private final Optional<String> api;
    private Map<String, String> headers = Map.of();

    /**
     * Describes a call.
     *
     * @param path the path below the base URL
     * @param api the {@linkplain io.github.iamsmart.IamSmartClient#apis() name} of the call; empty for a path that the
     *     application chose itself
     */
    public OutgoingCall(String path, Optional<String> api) {
        this.path = path;
        this.api = api;
    }

    /** {@return the path below the base URL} */
    public String path() {
        return path;
    }

    /** {@return the name of the call, such as {@code get-token}; empty for a path that the application chose itself} */
    public Optional<String> api() {
        return api;
    }

    /**
     * Adds a header to each attempt. The signature does not cover it. Left out are headers that the client sets itself,
     * what HTTP does not allow, and more than eight.
     *
     * @param name its name
     * @param value printable ASCII, at most 1,024 characters
     */
    public void header(String name, String value) {
        boolean usable = NAME.matcher(name).matches()
                && VALUE.matcher(value).matches()
                && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        if (usable && headers.size() < MOST_HEADERS) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            headers = more;
        }
    }

    /** {@return the headers that were added, unmodifiable} */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "OutgoingCall[" + path + "]";
    }
}
