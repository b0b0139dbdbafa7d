package io.github.iamsmart.internal.requests;

import io.github.iamsmart.error.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** The length of a text of a request, checked before anything is sent. */
public final class TextLimit {

    private TextLimit() {}

    /**
     * Checks a text. A Chinese character counts as one, also where Java needs two {@code char}s for it.
     *
     * @param text the text, {@code null} if there is none
     * @param member its name, for the exception
     * @param request what it belongs to, for the exception: "of a signing request"
     * @param longest how many characters it may have
     * @return the text as it came
     * @throws InvalidRequestException if it is blank or too long
     */
    public static @Nullable String check(@Nullable String text, String member, String request, int longest) {
        if (text == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > longest) {
            throw new InvalidRequestException("The " + member + " " + request + " has 1 to " + longest
                    + " characters, not " + length + (text.isBlank() ? " blanks." : "."));
        }
        return text;
    }
}
