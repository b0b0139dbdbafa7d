package io.github.iamsmart.request;

import io.github.iamsmart.error.ConfigurationException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The service's own name for one request to the user, never used again. It is no secret.
 *
 * @param value 1 to 36 characters of visible ASCII [D]
 */
public record BusinessId(String value) {
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,36}");

    /**
     * Checks the text.
     *
     * @param value 1 to 36 characters of visible ASCII
     * @throws ConfigurationException if it is empty, longer than 36 characters or not visible ASCII
     */
    public BusinessId {
        if (!WELL_FORMED.matcher(value).matches()) {
            throw new ConfigurationException("A businessID has 1 to 36 characters, all of them visible ASCII; this text"
                    + " of " + value.length() + " characters is not one: use BusinessId.random().");
        }
    }

    /**
     * Returns a new id that nobody has used.
     *
     * @return 32 hexadecimal digits
     */
    public static BusinessId random() {
        return new BusinessId(UUID.randomUUID().toString().replace("-", ""));
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
