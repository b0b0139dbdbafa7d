package io.github.iamsmart.selfcheck;

import java.net.URI;

/**
 * A callback URL of the online service, as it is registered with iAM Smart.
 *
 * @param name what it is for: {@code results}, {@code login}
 * @param url the URL
 * @param answer how its endpoint is recognised
 */
public record CallbackUrl(String name, URI url, Answer answer) {

    /** How an endpoint answers a request that has no effect. */
    public enum Answer {
        /** The starter's endpoint of results: GET is answered with 405 and {@code Allow: POST}. */
        RESULTS,

        /** The starter's endpoints to which browsers return: HEAD is answered with 204. */
        BROWSER_RETURN,

        /** An endpoint of the application's own: whatever is neither missing, nor a redirect, nor a refusal. */
        ANY
    }
}
