package io.github.iamsmart.formfilling;

/**
 * An e-mail address that the user typed into the app. Nothing has been checked: not that it exists, not that it belongs
 * to the user, not even that it looks like an e-mail address.
 *
 * @param value the text as it came
 */
public record EmailAddress(String value) {

    /** Shows no part of the address. */
    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}
