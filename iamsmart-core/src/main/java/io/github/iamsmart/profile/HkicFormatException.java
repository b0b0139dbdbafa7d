package io.github.iamsmart.profile;

/**
 * A text that should be the number of a Hong Kong identity card and is not. The message says what is wrong without
 * repeating the text.
 */
public final class HkicFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why the text was refused. */
    public enum Reason {
        /** It is not one or two letters, six digits and a check digit. */
        SHAPE("Not a Hong Kong identity card number: expected one or two letters, six digits and a check digit"
                + " (0-9 or A), for instance like X999999(9)"),
        /** It looks right, yet its check digit is not the one that belongs to the number: most often a typing error. */
        CHECK_DIGIT("The check digit does not fit the Hong Kong identity card number: ask for the number again");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;

    HkicFormatException(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    /**
     * Why the text was refused.
     *
     * @return the reason, for the hint beside an input field
     */
    public Reason reason() {
        return reason;
    }
}
