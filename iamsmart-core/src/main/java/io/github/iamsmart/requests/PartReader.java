package io.github.iamsmart.requests;

import io.github.iamsmart.error.ProtocolException;

/**
 * Tells the parts of an answer apart that comes in several callbacks. Thread-safe.
 *
 * <p>A part is kept under its number, by which a second one is recognised. When as many parts are there as they
 * announce, the request has been answered.
 */
@FunctionalInterface
public interface PartReader {

    /**
     * Reads where a part belongs, and makes sure that it can be read: one that cannot must not take the place of one
     * that can.
     *
     * @param json the business object of the callback, UTF-8 JSON
     * @param file the file that came with it, opened; empty if none came
     * @return where it belongs
     * @throws ProtocolException if it cannot be read
     */
    Part read(byte[] json, byte[] file);

    /**
     * Where a part belongs.
     *
     * @param number its number; no two parts of a request have the same
     * @param total how many parts the answer has; 0 if this one does not say so
     */
    record Part(int number, int total) {

        /**
         * Checks the numbers.
         *
         * @param number its number
         * @param total how many parts the answer has
         * @throws ProtocolException if one is negative, that of {@link #PRELIMINARY} aside
         */
        public Part {
            if (number < -1 || total < 0) {
                throw new ProtocolException("A part of an answer is number " + number + " of " + total + ".");
            }
        }

        /** What comes before the parts of the answer and is none of them, such as the token of a bulk signing. */
        public static final Part PRELIMINARY = new Part(-1, 0);
    }
}
