package io.github.iamsmart.error;

import java.util.Locale;

/**
 * A text is not a Hong Kong identity card number, although it should be. The message says what is wrong without
 * repeating the text.
 */
public final class HkicFormatException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /** Why the text was refused. */
    public enum Reason {
        /** It is not one or two letters, six digits and a check digit. */
        SHAPE("Not a Hong Kong identity card number: expected one or two letters, six digits and a check digit"
                + " (0-9 or A), for instance like X999999(9)"),
        /** It has the right shape, but its check digit is wrong: usually a typing error. */
        CHECK_DIGIT("The check digit does not fit the Hong Kong identity card number: ask for the number again");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why the text was refused
     */
    public HkicFormatException(Reason reason) {
        super(reason.message, null);
        this.reason = reason;
    }

    @Override
    public String userMessage(Locale locale) {
        return UserMessage.HKIC_MISTYPED.text(locale);
    }

    /** {@return why the text was refused, for the hint beside an input field} */
    public Reason reason() {
        return reason;
    }
}
