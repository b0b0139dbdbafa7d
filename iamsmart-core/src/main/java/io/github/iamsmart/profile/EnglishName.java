package io.github.iamsmart.profile;

import java.util.Optional;

/**
 * An English name as the identity card shows it, surname first: {@code CHAN, Tai Man} [W].
 *
 * @param value the whole name, unchanged
 */
public record EnglishName(String value) {

    /**
     * Returns the surname: what stands before the first comma.
     *
     * @return the surname; empty when the name has no comma, because then nothing tells where it ends
     */
    public Optional<String> surname() {
        int comma = value.indexOf(',');
        return comma < 0 ? Optional.empty() : nonBlank(value.substring(0, comma));
    }

    /**
     * Returns the given names: what stands behind the first comma.
     *
     * @return the given names; empty when there is no comma or nothing behind it
     */
    public Optional<String> givenNames() {
        int comma = value.indexOf(',');
        return comma < 0 ? Optional.empty() : nonBlank(value.substring(comma + 1));
    }

    private static Optional<String> nonBlank(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }

    /** Shows nothing of the name. */
    @Override
    public String toString() {
        return "EnglishName[***]";
    }
}
