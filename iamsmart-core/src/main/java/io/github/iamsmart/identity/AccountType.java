package io.github.iamsmart.identity;

import java.io.Serializable;

/**
 * The kind of account ({@code userType}) [D] [W]. An open value: a kind that this version does not know stays readable.
 *
 * @param value the gateway's word
 */
public record AccountType(String value) implements Serializable {

    /** iAM Smart: authentication and form filling. */
    public static final AccountType BASIC = new AccountType("default");

    /** iAM Smart+: also digital signing. */
    public static final AccountType PLUS = new AccountType("sign");

    /** {@return whether this account can sign documents: {@code true} for iAM Smart+} */
    public boolean canSign() {
        return equals(PLUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
