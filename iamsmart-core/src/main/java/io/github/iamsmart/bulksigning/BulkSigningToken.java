package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.ProtocolException;

/**
 * The token of a bulk request ({@code BSQCToken} [D]), needed to query its status and to cancel it. As secret as an
 * access token.
 *
 * @param value the text on the wire; at most 32 characters are documented
 */
public record BulkSigningToken(String value) {

    /**
     * Checks the text.
     *
     * @param value the text on the wire
     * @throws ProtocolException if it is blank
     */
    public BulkSigningToken {
        if (value.isBlank()) {
            throw new ProtocolException("The BSQCToken of a bulk signing is blank.");
        }
    }

    /** {@return a mask} */
    @Override
    public String toString() {
        return "BulkSigningToken[***]";
    }
}
