package io.github.iamsmart.spring.signin;

import java.util.Optional;

/**
 * Keeps the sign-ins that are under way, between the moment in which a browser leaves for iAM Smart and the one in
 * which it comes back, perhaps to another node.
 *
 * <p>What it is given is no secret: who reads the store can finish nobody's sign-in. An implementation must be
 * thread-safe.
 */
public interface SignInStateStore {

    /**
     * Keeps a sign-in until it expires.
     *
     * @param key names it: a digest of the state, 43 characters of Base64url
     * @param pending the sign-in
     */
    void save(String key, PendingSignIn pending);

    /**
     * Takes a sign-in out. Of several calls with one key, at the same time or on several nodes, only one may get it: a
     * state is used once.
     *
     * @param key names it
     * @return the sign-in; empty if there is none, it was taken, or it expired
     */
    Optional<PendingSignIn> remove(String key);
}
