package io.github.iamsmart.formfilling;

/**
 * An e-mail address that a person typed into the app. Nobody has checked that it exists, that it belongs to the person,
 * or even that it looks like one.
 *
 * @param value the text as it came
 */
public record EmailAddress(String value) {

    /** Shows nothing of the address. */
    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}
