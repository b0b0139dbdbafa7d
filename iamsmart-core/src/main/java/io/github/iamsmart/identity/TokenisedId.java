package io.github.iamsmart.identity;

import io.github.iamsmart.error.ProtocolException;
import java.io.Serializable;

/**
 * The Tokenised ID: the user's identity for this online service ({@code openID}). Another service gets a different one
 * for the same person.
 *
 * <p>Opaque, at most 64 characters. It looks percent-encoded and must be stored and sent as it came, never decoded [W].
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
                    "The Tokenised ID (openID) is blank or longer than " + LONGEST + " characters.");
        }
    }

    /**
     * {@return an identifier as the gateway sent it}
     *
     * @param value the identifier, verbatim
     */
    public static TokenisedId of(String value) {
        return new TokenisedId(value);
    }

    /** {@return the beginning, at most six characters and an ellipsis, for a page that shows who is signed in} */
    public String shortened() {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return shortened();
    }
}
