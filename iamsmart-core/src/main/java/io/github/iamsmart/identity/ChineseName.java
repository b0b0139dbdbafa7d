package io.github.iamsmart.identity;

/**
 * A Chinese name. It may hold characters outside the basic plane and characters of the Hong Kong Supplementary
 * Character Set: count code points, not {@code char}s.
 *
 * @param value the name, unchanged
 */
public record ChineseName(String value) {

    /** Shows no part of the name. */
    @Override
    public String toString() {
        return "ChineseName[***]";
    }
}
