package io.github.iamsmart.callback;

import org.jspecify.annotations.Nullable;

/**
 * Receives the callbacks of iAM Smart. Thread-safe.
 *
 * <p>As a rule, callbacks are not signed [D]. A callback is trusted if its content opens under a content key, and its
 * business id and secret state belong to a request that waits for an answer; each answer is accepted only once. An
 * accepted callback is stored, still encrypted, before {@code accept} returns; {@code client.requests().deliverDue(…)}
 * delivers its outcome.
 *
 * <p>A failure may come in clear [?]. It ends the request that it names by business id and secret state, unless the
 * state has passed through a browser, as that of an anonymous request has. A success in clear is refused.
 *
 * <p>Where a callback of JSON brings the five headers that sign a request [?], they are verified, and a wrong signature
 * is refused. What is signed of a multipart body is not documented, so its headers are not looked at.
 */
public interface CallbackApi {

    /** The maximum size of a callback in bytes, unless configured otherwise: 16 MiB. */
    int MOST_BYTES = 16 * 1024 * 1024;

    /**
     * Receives a callback.
     *
     * @param headers the headers that came with the body
     * @param body the bytes of the HTTP body, as they came; JSON, or multipart with a JSON part
     * @return the result. Bad input never throws; an exception means that the callback must not be acknowledged: a
     *     genuine one could not be stored, or the key that may open it could not be fetched and the one that it brings
     *     does not count: it is to be {@linkplain EmbeddedKey#REJECT rejected}, or the browser knows the state of the
     *     request
     */
    CallbackResult accept(CallbackHeaders headers, byte[] body);

    /**
     * Receives a callback whose other headers are not known: if it is signed, its signature is not verified.
     *
     * @param body the bytes of the HTTP body, as they came; JSON, or multipart with a JSON part
     * @param contentType the {@code Content-Type} header, {@code null} if there is none
     * @return the result, as {@link #accept(CallbackHeaders, byte[])}
     */
    default CallbackResult accept(byte[] body, @Nullable String contentType) {
        return accept(CallbackHeaders.ofContentType(contentType), body);
    }
}
