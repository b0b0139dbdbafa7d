package io.github.iamsmart.spring.internal.signin;

/** A component behind the sign-in does not let the user in. Nobody is signed in then. */
public final class SignInRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param cause what the component threw
     */
    public SignInRefusedException(RuntimeException cause) {
        super("The user is not let in.", cause);
    }

    /** {@return what a log may say: the type of what was thrown, whose message may tell of the user} */
    String reason() {
        Throwable cause = getCause();
        return cause == null ? getClass().getName() : cause.getClass().getName();
    }
}
