package io.github.iamsmart.requests;

import io.github.iamsmart.error.InvalidRequestException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service's own id of one request to the user, never reused. It is not secret.
 *
 * @param value 1 to 36 characters of visible ASCII [D]
 */
public record BusinessId(String value) {
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,36}");

    /**
     * Checks the text.
     *
     * @param value 1 to 36 characters of visible ASCII
     * @throws InvalidRequestException if it is empty, longer than 36 characters or not visible ASCII
     */
    public BusinessId {
        if (!WELL_FORMED.matcher(value).matches()) {
            throw new InvalidRequestException(
                    "A businessID has 1 to 36 characters, all of them visible ASCII; this text" + " of "
                            + value.length() + " characters is not one: use BusinessId.random().");
        }
    }

    /**
     * {@return the business id with this text; empty if the text is not one} Suits text that a browser or a callback
     * brings.
     *
     * @param text any text, or {@code null}
     */
    public static Optional<BusinessId> parse(@Nullable String text) {
        return text != null && WELL_FORMED.matcher(text).matches()
                ? Optional.of(new BusinessId(text))
                : Optional.empty();
    }

    /** {@return a new, unique id, 32 hexadecimal digits} */
    public static BusinessId random() {
        return new BusinessId(UUID.randomUUID().toString().replace("-", ""));
    }

    /** {@return the text on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
