package io.github.iamsmart.spring.signin;

import java.time.Instant;

/**
 * Remembers what a sign-in may use once, until it ends by itself: the state of a sign-in, the code of a Direct Login.
 *
 * <p>A bean of this type replaces the default, which remembers in the memory of this node, the newest 100,000. Nodes
 * that share one refuse a second use at each other, too. Sign-ins do not hang on it: what one must remember travels in
 * a cookie of its browser, and the gateway itself takes a code once. It is given digests and no secret. An
 * implementation must be thread-safe.
 */
@FunctionalInterface
public interface SignInReplayStore {

    /**
     * Notes a use. Of several calls with one key, at the same time or on several nodes, one alone is the first.
     *
     * @param key names what is used: a digest, 43 characters of Base64url
     * @param expiresAt until when it must be remembered
     * @return whether it is the first use
     * @throws io.github.iamsmart.error.StoreException if that cannot be said; the sign-in fails then
     */
    boolean isFirstUse(String key, Instant expiresAt);
}
