package io.github.iamsmart.spring.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * {@return the known name that differs least, if it differs so little that it is a typing error: in a third of its
     * letters at most, hyphens, dots and case aside}
     *
     * @param name a name that nobody knows
     * @param known the names that there are
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String plain = plain(name);
        int most = Math.max(1, plain.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt((String one) -> distance(plain(one), plain))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> distance(plain(nearest), plain) <= most);
    }

    /**
     * {@return the letters and digits of a name, in lower case: what is the same in all of its spellings}
     *
     * @param name a name
     */
    public static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** How many characters have to be changed, added or left out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + change, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[other.length()];
    }
}
