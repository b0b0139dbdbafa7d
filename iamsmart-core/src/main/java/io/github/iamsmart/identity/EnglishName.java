package io.github.iamsmart.identity;

import java.util.Optional;

/**
 * An English name as the identity card shows it, surname first: {@code CHAN, Tai Man} [W].
 *
 * @param value the whole name, unchanged
 */
public record EnglishName(String value) {

    /**
     * {@return the surname: the part before the first comma; empty without a comma, because nothing else marks where
     * the surname ends}
     */
    public Optional<String> surname() {
        int comma = value.indexOf(',');
        return comma < 0 ? Optional.empty() : nonBlank(value.substring(0, comma));
    }

    /** {@return the given names: the part after the first comma; empty if there is no comma or nothing after it} */
    public Optional<String> givenNames() {
        int comma = value.indexOf(',');
        return comma < 0 ? Optional.empty() : nonBlank(value.substring(comma + 1));
    }

    private static Optional<String> nonBlank(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }

    /** Shows no part of the name. */
    @Override
    public String toString() {
        return "EnglishName[***]";
    }
}
