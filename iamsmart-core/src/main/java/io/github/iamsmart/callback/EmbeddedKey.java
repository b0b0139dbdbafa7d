package io.github.iamsmart.callback;

/**
 * What is done with the content key that a callback itself carries, when no key that the gateway has handed out opens
 * it.
 *
 * <p>The key is wrapped with the public key of a certificate, so anybody who has the certificate can make one. What
 * then proves the sender is the secret state of the request.
 */
public enum EmbeddedKey {
    /** It is unwrapped with implicit rejection and used for this one callback. */
    ACCEPT,
    /** It is never touched: a callback under a key that the gateway does not name is refused. */
    REJECT
}
