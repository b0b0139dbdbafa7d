package io.github.iamsmart.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.InvalidRequestException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unguessable text that ties an answer to its request, and a sign-in to the browser that started it. Use it once
 * and bind it to the browser: anyone who knows it can complete another user's sign-in.
 *
 * <p>It is secret: {@link #toString()} masks it, and comparing two states of the same length takes constant time.
 * Immutable and thread-safe.
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
     * {@return the state with this text} Prefer {@link #random()}: a state needs at least 128 unguessable bits.
     *
     * @param value 1 to 36 letters, digits, {@code _} and {@code -} [D]
     * @throws InvalidRequestException for any other text, which the message does not repeat
     */
    public static State of(String value) {
        if (!isWellFormed(value)) {
            throw new InvalidRequestException("A state has 1 to 36 letters, digits, '_' and '-'; this text of "
                    + value.length() + " characters is not one: use State.random().");
        }
        return new State(value);
    }

    /**
     * {@return the state with this text; empty if the text is not one} Suits text that a browser brings back.
     *
     * @param value any text, or {@code null}
     */
    public static Optional<State> parse(@Nullable String value) {
        return value != null && isWellFormed(value) ? Optional.of(new State(value)) : Optional.empty();
    }

    /** {@return a new state, 32 characters with 192 random bits} */
    public static State random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new State(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static boolean isWellFormed(String value) {
        return WELL_FORMED.matcher(value).matches();
    }

    /** {@return the state in clear, as on the wire} Do not log it. */
    public String value() {
        return value;
    }

    /**
     * {@return whether this is the state that came back} Compares in constant time.
     *
     * @param other any text, or {@code null} if nothing came
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

    /** {@return a mask} */
    @Override
    public String toString() {
        return "State[***]";
    }
}
