package io.github.iamsmart.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unguessable text that ties an answer to the request, and a sign-in to the browser that began it. Use it once and
 * bind it to the browser: whoever knows it can finish somebody else's sign-in.
 *
 * <p>A secret: {@link #toString()} masks it, and comparison takes the same time wherever two states of the same length
 * differ. Immutable and thread-safe.
 */
public final class State {
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final int RANDOM_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private State(String value) {
        this.value = value;
    }

    /**
     * Returns the state with this text. Prefer {@link #random()}: a state needs at least 128 unguessable bits.
     *
     * @param value 1 to 36 letters, digits, {@code _} and {@code -} [D]
     * @return the state
     * @throws ConfigurationException for any other text, which the message does not repeat
     */
    public static State of(String value) {
        if (!isWellFormed(value)) {
            throw new ConfigurationException("A state has 1 to 36 letters, digits, '_' and '-', which this text of "
                    + value.length() + " characters has not: use State.random().");
        }
        return new State(value);
    }

    /**
     * Returns a new state.
     *
     * @return 32 characters with 192 random bits
     */
    public static State random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new State(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Returns whether a text can be a state, such as one that a browser brings back.
     *
     * @param value any text, or {@code null}
     * @return whether {@link #of} accepts it
     */
    public static boolean isWellFormed(@Nullable String value) {
        return value != null && WELL_FORMED.matcher(value).matches();
    }

    /**
     * Returns the state in clear. Do not log it.
     *
     * @return the text on the wire
     */
    public String value() {
        return value;
    }

    /**
     * Compares with what came back, in constant time.
     *
     * @param other any text, or {@code null} if nothing came
     * @return whether it is this state
     */
    public boolean matches(@Nullable String other) {
        return other != null && MessageDigest.isEqual(value.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof State state && matches(state.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns a mask. */
    @Override
    public String toString() {
        return "State[***]";
    }
}
