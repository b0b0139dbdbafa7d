package io.github.iamsmart.identity;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.Serializable;
import java.util.List;

/**
 * What an access token may be used for: an open value. The scopes of a sign-in must cover everything that its token is
 * used for [D].
 *
 * @param value the name on the wire, where a list of scopes is separated by blanks
 */
public record Scope(String value) implements Serializable {
    /** Sign-in [D], and the verified profile with the user's consent [1]. */
    public static final Scope AUTH = new Scope("eidapi_auth");

    /**
     * The verified profile without a prompt, for government bureaux and departments only [D]. With the user's consent
     * {@link #AUTH} is enough [1]; a sign-in that asks for what the service was not granted may be refused.
     */
    public static final Scope PROFILES = new Scope("eidapi_profiles");

    /** Form filling, e-ME [D]. */
    public static final Scope FORM_FILLING = new Scope("eidapi_formFilling");

    /** Signing of hashes and PDFs [D]. */
    public static final Scope SIGN = new Scope("eidapi_sign");

    /** Re-authentication [D]. */
    public static final Scope REAUTHENTICATION = new Scope("eidapi_fr");

    /** Bulk signing [D]. */
    public static final Scope BULK_SIGN = new Scope("eidapi_bulksign");

    /** A further check of the user before signing [D]. */
    public static final Scope STEP_UP = new Scope("eidapi_sua");

    /** The scopes above. */
    public static final List<Scope> KNOWN =
            List.of(AUTH, PROFILES, FORM_FILLING, SIGN, REAUTHENTICATION, BULK_SIGN, STEP_UP);

    /**
     * Checks the name.
     *
     * @param value the name on the wire
     * @throws InvalidRequestException if it is empty or contains a blank
     */
    public Scope {
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidRequestException(
                    "'" + value + "' is not one scope: write one name without blanks, such as eidapi_auth.");
        }
    }

    /** {@return the name on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
