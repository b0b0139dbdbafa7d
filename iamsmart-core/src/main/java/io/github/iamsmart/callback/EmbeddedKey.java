package io.github.iamsmart.callback;

/**
 * What to do with the content key inside a callback when no key that the gateway has issued opens it.
 *
 * <p>The key is wrapped with the public key of a certificate, so anyone who has the certificate can create one. Only
 * the secret state of the request then authenticates the sender.
 */
public enum EmbeddedKey {
    /** Unwrap it with implicit rejection and use it for this callback only. */
    ACCEPT,
    /** Never use it: a callback under a key that the gateway has not issued is refused. */
    REJECT
}
