package io.github.iamsmart.listener;

import io.github.iamsmart.error.ErrorCode;

/**
 * What became of a callback whose request was found.
 *
 * @param code the result code that it brought
 * @param verdict what was done with it
 */
public record AnswerReport(ErrorCode code, Verdict verdict) {

    /** What is done with a callback. */
    public enum Verdict {
        /** It was stored. */
        ACCEPTED,
        /** It had come before. */
        DUPLICATE,
        /** The request has expired or ended otherwise, or the content is not an answer. */
        REFUSED,
        /** It could not be read or stored. */
        FAILED
    }
}
