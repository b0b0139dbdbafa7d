package io.github.iamsmart.signin;

import io.github.iamsmart.error.ProtocolException;
import java.io.Serializable;

/**
 * The user's identity for this online service ({@code openID}): another service gets another one for the same person.
 *
 * <p>Opaque, at most 64 characters. It looks percent-encoded and must be kept and sent as it came, never decoded [W].
 * {@link #toString()} shows only its beginning.
 *
 * @param value the identifier, verbatim
 */
public record TokenisedId(String value) implements Serializable {

    private static final int LONGEST = 64;
    private static final int SHOWN = 6;

    /**
     * Checks the length.
     *
     * @param value the identifier, verbatim
     * @throws ProtocolException if it is blank or longer than 64 characters
     */
    public TokenisedId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new ProtocolException(
                    "The tokenised ID (openID) is blank or longer than " + LONGEST + " characters.");
        }
    }

    /**
     * Takes an identifier as the gateway gave it.
     *
     * @param value the identifier, verbatim
     * @return the identifier
     */
    public static TokenisedId of(String value) {
        return new TokenisedId(value);
    }

    /**
     * Returns the beginning, for a page that shows who is signed in.
     *
     * @return at most six characters and an ellipsis
     */
    public String shortened() {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return shortened();
    }
}
