package io.github.iamsmart.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a store keeps of a state.
 *
 * <p>The state of an anonymous request passes through the user's browser, so whoever uses that browser knows it and,
 * with the public certificate, could forge a callback. The two kinds of state are therefore hashed differently: a
 * callback never matches an anonymous request, and a redirect never any other.
 */
enum StateHash {
    /** Of a state that only the gateway and we know; it comes back by callback. */
    OF_CALLBACK(""),
    /** Of a state that the user's browser knows; it comes back by redirect. */
    OF_REDIRECT("redirect ");

    private final String prefix;

    StateHash(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Returns the Base64 of the hash. A state has no blank in it, so no state with one prefix is one with the other.
     */
    String of(String state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((prefix + state).getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Compares in constant time. */
    boolean matches(TrackedRequest request, String state) {
        return MessageDigest.isEqual(
                request.stateHash().getBytes(UTF_8), of(state).getBytes(UTF_8));
    }
}
