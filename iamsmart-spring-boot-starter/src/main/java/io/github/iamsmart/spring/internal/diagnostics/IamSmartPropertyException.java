package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.spring.internal.text.MessageText;
import org.jspecify.annotations.Nullable;

/**
 * The application cannot start with the {@code iamsmart.*} properties that it was given.
 *
 * <p>Spring Boot prints {@link #getMessage()} and {@link #action()} in place of a stack trace. Neither contains a
 * secret: what looks like a key in them, pasted where another value belongs, is hidden.
 */
public final class IamSmartPropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Creates the exception.
     *
     * @param problem what is wrong, with the names of the properties
     * @param action what to do, with the lines to write
     */
    public IamSmartPropertyException(String problem, String action) {
        this(problem, action, null);
    }

    /**
     * Creates the exception.
     *
     * @param problem what is wrong, with the names of the properties
     * @param action what to do, with the lines to write
     * @param cause what revealed it; must not carry a secret
     */
    public IamSmartPropertyException(String problem, String action, @Nullable Throwable cause) {
        super(MessageText.oneLine(problem), cause);
        this.action = MessageText.lines(action);
    }

    /** {@return what to do, in one or more lines} */
    public String action() {
        return action;
    }
}
