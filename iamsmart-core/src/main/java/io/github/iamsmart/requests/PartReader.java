package io.github.iamsmart.requests;

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
     * @throws io.github.iamsmart.error.ProtocolException if it cannot be read
     */
    Part read(byte[] json, byte[] file);

    /**
     * Where a part belongs.
     *
     * @param number its number; no two parts of a request have the same
     * @param total how many parts the answer has; 0 if this one does not say so
     */
    record Part(int number, int total) {

        /** What comes before the parts of the answer and is none of them, such as the token of a bulk signing. */
        public static final Part PRELIMINARY = new Part(-1, 0);
    }
}
