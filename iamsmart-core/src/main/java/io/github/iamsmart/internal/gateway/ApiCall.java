package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * Which call is made, and whether it may be repeated.
 *
 * @param path the path below the base URL, for example {@code /api/v1/auth/getToken}
 * @param repeat whether it may be repeated after a failure
 */
public record ApiCall(String path, Repeat repeat) {

    private static final Pattern PATH = Pattern.compile("/[\\w.~/-]*");

    /**
     * Checks the path: it is appended to the base URL, and anything but a path could lead to another host.
     *
     * @param path the path below the base URL
     * @param repeat whether it may be repeated after a failure
     * @throws InvalidRequestException if it does not begin with a slash or is more than a path
     */
    public ApiCall {
        if (!PATH.matcher(path).matches()) {
            throw new InvalidRequestException("The path '" + path
                    + "' must begin with a slash and have no query: it is appended to the base URL.");
        }
    }

    /** When a failed call may be sent again, always as a new request with its own nonce and signature. */
    public enum Repeat {
        /** It may be carried out twice: again after any transport failure, and after HTTP 429, 502, 503 or 504. */
        SAFE,
        /**
         * Again only if the gateway certainly did not carry it out: nothing was sent, HTTP/2 says that it was not
         * processed, or HTTP 429 or 503.
         */
        IF_NOT_CARRIED_OUT,
        /** Not after a transport failure. */
        NEVER
    }
}
