package io.github.iamsmart.signin;

import io.github.iamsmart.error.ProtocolException;

/**
 * The authorization code from the gateway's redirect: valid for 60 seconds and only once [S]. Exchange it immediately.
 *
 * <p>Anyone who has it can impersonate the user, so {@link #toString()} never shows it. Immutable.
 */
public final class AuthorizationCode {

    private static final int LONGEST = 1024;

    private final String value;

    private AuthorizationCode(String value) {
        this.value = value;
    }

    /**
     * {@return a code as it came with the redirect}
     *
     * @param value the decoded {@code code} parameter
     * @throws ProtocolException if it is blank, longer than 1,024 characters, or not printable ASCII
     */
    public static AuthorizationCode of(String value) {
        if (value.isBlank() || value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ProtocolException("The authorization code is blank, too long, or not printable ASCII.");
        }
        return new AuthorizationCode(value);
    }

    /** {@return the code itself, a secret} */
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "AuthorizationCode[secret]";
    }
}
