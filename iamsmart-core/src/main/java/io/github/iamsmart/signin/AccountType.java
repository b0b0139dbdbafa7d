package io.github.iamsmart.signin;

import java.io.Serializable;

/**
 * The kind of account ({@code userType}) [D][W]. An open value: a kind that this version does not know stays readable.
 *
 * @param value the gateway's word
 */
public record AccountType(String value) implements Serializable {

    /** iAM Smart: authentication and form filling. */
    public static final AccountType BASIC = new AccountType("default");

    /** iAM Smart+: digital signing too. */
    public static final AccountType PLUS = new AccountType("sign");

    /**
     * Returns whether this account can sign documents.
     *
     * @return {@code true} for iAM Smart+
     */
    public boolean canSign() {
        return equals(PLUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
