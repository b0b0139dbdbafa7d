package io.github.iamsmart;

import io.github.iamsmart.error.ConfigurationException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses names that mean two things, and those that mean nothing, with the one that was probably meant. */
final class KnownNames {

    private final Set<String> known;
    private final String what;
    private final String where;
    private final String setting;

    /**
     * Creates it.
     *
     * @param known the names
     * @param what what they name, for the message: "call of the gateway"
     * @param where where they are written, for the message: "ApiPaths or iamsmart.paths"
     * @param setting the method of the builder that takes them
     * @throws ConfigurationException if two of them are the same, hyphens aside
     */
    KnownNames(List<String> known, String what, String where, String setting) {
        requireDifferent(known, what);
        this.known = new TreeSet<>(known);
        this.what = what;
        this.where = where;
        this.setting = setting;
    }

    /** A property would mean both, and move the wrong one. */
    private static void requireDifferent(List<String> names, String what) {
        Set<String> plain = new HashSet<>();
        for (String name : names) {
            if (!plain.add(name.replace("-", ""))) {
                throw new ConfigurationException("A kind of request of your own has the name of another " + what + ": '"
                        + name + "', hyphens aside. Give it another name.");
            }
        }
    }

    void require(Set<String> names) {
        for (String name : new TreeSet<>(names)) {
            if (!known.contains(name)) {
                throw ConfigurationException.of(
                        setting + "." + name,
                        "There is no " + what + " '" + name + "' (" + where + "): " + advice(name) + " The names are "
                                + String.join(", ", known) + ".");
            }
        }
    }

    /** A name with nothing in common is not a typing error. */
    private String advice(String name) {
        String nearest = nearest(name);
        return distance(nearest, name) <= Math.max(2, name.length() / 2)
                ? "did you mean '" + nearest + "'?"
                : "if it belongs to a flow of your own, give the client its RequestKind, by IamSmartClientBuilder.kind or"
                        + " as a bean.";
    }

    private String nearest(String name) {
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(one, name)))
                .orElseThrow();
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
