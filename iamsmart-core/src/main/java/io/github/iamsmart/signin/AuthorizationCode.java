package io.github.iamsmart.signin;

import io.github.iamsmart.error.ProtocolException;

/**
 * The code that the gateway's redirect brings: it lives 60 seconds and works once [S]. Exchange it at once.
 *
 * <p>Whoever has it can take the user's place, so it never shows itself. Immutable.
 */
public final class AuthorizationCode {

    private static final int LONGEST = 1024;

    private final String value;

    private AuthorizationCode(String value) {
        this.value = value;
    }

    /**
     * Takes a code as the redirect brought it.
     *
     * @param value the decoded {@code code} parameter
     * @return the code
     * @throws ProtocolException if it is blank, longer than 1,024 characters, or not printable ASCII
     */
    public static AuthorizationCode of(String value) {
        if (value.isBlank() || value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ProtocolException("The authorization code is blank, too long, or not printable ASCII.");
        }
        return new AuthorizationCode(value);
    }

    /**
     * Returns the code itself.
     *
     * @return the secret text
     */
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "AuthorizationCode[secret]";
    }
}
