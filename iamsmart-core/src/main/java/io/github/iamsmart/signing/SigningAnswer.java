package io.github.iamsmart.signing;

/**
 * What the service makes of a signature ({@code signingResult} [1][D]).
 *
 * @param value the code on the wire
 */
public record SigningAnswer(String value) {

    /** The signature came and is good. */
    public static final SigningAnswer ACCEPTED = new SigningAnswer("SR001");

    /** The signature came and is not good. */
    public static final SigningAnswer REJECTED = new SigningAnswer("SR002");

    /** Nothing came in time. */
    public static final SigningAnswer NOTHING_RECEIVED = new SigningAnswer("SR003");

    /** Returns the code on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
