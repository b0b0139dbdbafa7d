package io.github.iamsmart.internal.requests;

import io.github.iamsmart.internal.crypto.Sha256;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.StoredRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a store keeps of a state, and of the request that was sent: 32 bytes, of which 20 are a hash of the state, 4 the
 * length of the plaintext that was sent, and 8 a hash of it.
 *
 * <p>The state of an anonymous request passes through the user's browser, so whoever uses that browser knows it and,
 * with the public certificate, could forge a callback. The two kinds of state are therefore hashed differently: a
 * callback never matches an anonymous request, and a redirect never any other.
 *
 * <p>Our own request, too, is sealed under a key of the gateway and names business id and state: whoever sees it pass
 * cannot read it, but can post it back with a result code. Only the plaintext tells it from an answer, for every kind
 * and on every node, however often it was sealed anew. Which members it has would not: they depend on the kind.
 */
enum StateHash {
    /** Of a state that only the gateway and we know; it comes back by callback. */
    OF_CALLBACK("callback "),
    /** Of a state that the user's browser knows; it comes back by redirect. */
    OF_REDIRECT("redirect ");

    private static final int STATE_BYTES = 20;
    private static final int SENT_BYTES = 8;
    private static final int LENGTH = STATE_BYTES + Integer.BYTES + SENT_BYTES;

    private final String prefix;

    StateHash(String prefix) {
        this.prefix = prefix;
    }

    static StateHash of(RequestKind<?> kind) {
        return kind.isAnonymous() ? OF_REDIRECT : OF_CALLBACK;
    }

    /** {@return the Base64 of what is kept} */
    String of(State state, byte[] sent) {
        byte[] kept = ByteBuffer.allocate(LENGTH)
                .put(hash(state))
                .putInt(sent.length)
                .put(Sha256.of(sent), 0, SENT_BYTES)
                .array();
        return Base64.getEncoder().encodeToString(kept);
    }

    /** No prefix is the beginning of the other, so no state has the hash of both. */
    private byte[] hash(State state) {
        return Arrays.copyOf(Sha256.of(prefix + state.value()), STATE_BYTES);
    }

    /** Compares in constant time. */
    boolean matches(StoredRequest request, State state) {
        return matches(kept(request), state);
    }

    /** Compares in constant time with what {@link #kept} returned. */
    boolean matches(byte[] kept, State state) {
        return MessageDigest.isEqual(Arrays.copyOf(kept, STATE_BYTES), hash(state));
    }

    /** {@return whether a plaintext is the one that was sent} An answer of the same length is rare, and hashed. */
    static boolean isSent(byte[] kept, byte[] plaintext) {
        ByteBuffer sent = ByteBuffer.wrap(kept, STATE_BYTES, LENGTH - STATE_BYTES);
        return sent.getInt() == plaintext.length && sent.equals(ByteBuffer.wrap(Sha256.of(plaintext), 0, SENT_BYTES));
    }

    /** {@return the bytes that a store kept; zeros if it did not keep what it was given} */
    static byte[] kept(StoredRequest request) {
        try {
            byte[] kept = Base64.getDecoder().decode(request.stateHash());
            return kept.length == LENGTH ? kept : Arrays.copyOf(kept, LENGTH);
        } catch (IllegalArgumentException e) {
            return new byte[LENGTH];
        }
    }
}
