package io.github.iamsmart.internal.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.internal.crypto.Sha256;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.StoredRequest;
import java.security.MessageDigest;
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
    OF_CALLBACK("callback "),
    /** Of a state that the user's browser knows; it comes back by redirect. */
    OF_REDIRECT("redirect ");

    private final String prefix;

    StateHash(String prefix) {
        this.prefix = prefix;
    }

    static StateHash of(RequestKind<?> kind) {
        return kind.isAnonymous() ? OF_REDIRECT : OF_CALLBACK;
    }

    /** {@return the Base64 of the hash} No prefix is the beginning of the other, so no state has the hash of both. */
    String of(State state) {
        return Base64.getEncoder().encodeToString(Sha256.of(prefix + state.value()));
    }

    /** Compares in constant time. */
    boolean matches(StoredRequest request, State state) {
        return MessageDigest.isEqual(
                request.stateHash().getBytes(UTF_8), of(state).getBytes(UTF_8));
    }
}
