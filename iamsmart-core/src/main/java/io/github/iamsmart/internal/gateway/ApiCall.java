package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ConfigurationException;
import java.util.regex.Pattern;

/**
 * Which call is made, and whether it may be made again.
 *
 * @param path the path below the base URL, for example {@code /api/v1/auth/getToken}
 * @param repeat what may be done after a failure
 */
public record ApiCall(String path, Repeat repeat) {

    private static final Pattern PATH = Pattern.compile("/[\\w.~/-]*");

    /**
     * Checks the path: it is written behind the base URL, and anything else but a path could lead to another host.
     *
     * @param path the path below the base URL
     * @param repeat what may be done after a failure
     * @throws ConfigurationException if it does not begin with a slash or is more than a path
     */
    public ApiCall {
        if (!PATH.matcher(path).matches()) {
            throw new ConfigurationException(
                    "The path '" + path + "' must begin with a slash and have no query: it stands below the base URL.");
        }
    }

    /**
     * When a call that failed on its way may be sent again, always as a new request with its own nonce and signature.
     */
    public enum Repeat {
        /** It may be done twice: again after any failure of the transport, and after HTTP 429, 502, 503 or 504. */
        SAFE,
        /** Again only if the gateway certainly did not carry it out: no connection was made, or HTTP 429 or 503. */
        IF_NOT_CARRIED_OUT,
        /** Not after a failure of the transport. */
        NEVER
    }
}
