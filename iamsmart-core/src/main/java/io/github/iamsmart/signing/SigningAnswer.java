package io.github.iamsmart.signing;

/**
 * The service's verdict on a signature ({@code signingResult} [1] [D]).
 *
 * @param value the code on the wire
 */
public record SigningAnswer(String value) {

    /** A signature came and is valid. */
    public static final SigningAnswer ACCEPTED = new SigningAnswer("SR001");

    /** A signature came and is not valid. */
    public static final SigningAnswer REJECTED = new SigningAnswer("SR002");

    /** No signature came in time. */
    public static final SigningAnswer NOTHING_RECEIVED = new SigningAnswer("SR003");

    /** {@return the code on the wire} */
    @Override
    public String toString() {
        return value;
    }
}
